import type { ReadModel } from '@app/projections';
import { readContract } from '../../permissions.js';
import { MaintenanceCalendar1769001210000 } from './1769001210000-maintenance-calendar.js';
import { MaintenanceController } from './maintenance-calendar.controller.js';
import { maintenanceCalendar } from './maintenance-calendar.projection.js';
import { MaintenanceHandler } from './maintenance-calendar.query.js';

/** When what is maintained, and what became of it. */
export const maintenanceCalendarModel: ReadModel = {
  projection: maintenanceCalendar,
  migrations: [MaintenanceCalendar1769001210000],
  permission: readContract,
  controller: MaintenanceController,
  handlers: [MaintenanceHandler],
};
