import { customerListModel } from '@app/customers/src/read-models/customer-list/customer-list.read-model.js';
import { employeeListModel } from '@app/department/src/read-models/employee-list/employee-list.read-model.js';
import { findingsInboxModel } from '@app/findings/src/read-models/findings-inbox/findings-inbox.read-model.js';
import { tablesOf, type ReadModel } from '@app/projections';
import { technicianDayModel } from '@app/tickets/src/read-models/technician-day/technician-day.read-model.js';
import { ticketBoardModel } from '@app/tickets/src/read-models/ticket-board/ticket-board.read-model.js';
import { ticketDetailModel } from '@app/tickets/src/read-models/ticket-detail/ticket-detail.read-model.js';

/** Every question that the read side answers; each rebuilds from the log alone. */
export const readModels: readonly ReadModel[] = [
  ticketBoardModel,
  ticketDetailModel,
  technicianDayModel,
  findingsInboxModel,
  customerListModel,
  employeeListModel,
];

export const projections = readModels.map(({ projection }) => projection);

/** The rows of all read models, for the data source. */
export const readModelEntities = projections.flatMap(tablesOf).map(({ row }) => row);

/** What makes their tables; each says in its name when it came. */
export const readModelMigrations = readModels.flatMap(({ migrations }) => migrations);
