import type { ReadModel } from '@app/projections';
import { readTicket } from '../permissions.js';
import { UnitVisits1769001610000 } from './1769001610000-unit-visits.js';
import { RepeatFaultsHandler } from './repeat-faults.query.js';
import { UnitHistoryHandler } from './unit-history.query.js';
import { UnitVisitsController } from './unit-visits.controller.js';
import { unitVisits } from './unit-visits.projection.js';

/** On which visits a unit was served. */
export const unitVisitsModel: ReadModel = {
  projection: unitVisits,
  migrations: [UnitVisits1769001610000],
  permission: readTicket,
  controller: UnitVisitsController,
  handlers: [UnitHistoryHandler, RepeatFaultsHandler],
};
