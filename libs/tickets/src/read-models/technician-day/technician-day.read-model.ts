import type { ReadModel } from '@app/projections';
import { readDay } from '../permissions.js';
import { TechnicianDay1763900300000 } from './1763900300000-technician-day.js';
import { TechnicianDayCustomer1764450000000 } from './1764450000000-technician-day-customer.js';
import { TechnicianDayDue1764470000000 } from './1764470000000-technician-day-due.js';
import { TechnicianDayController } from './technician-day.controller.js';
import { technicianDay } from './technician-day.projection.js';
import { TechnicianDayHandler } from './technician-day.query.js';

/** Who goes where on which day. */
export const technicianDayModel: ReadModel = {
  projection: technicianDay,
  migrations: [
    TechnicianDay1763900300000,
    TechnicianDayCustomer1764450000000,
    TechnicianDayDue1764470000000,
  ],
  permission: readDay,
  controller: TechnicianDayController,
  handlers: [TechnicianDayHandler],
};
