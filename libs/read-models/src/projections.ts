import type { Projection } from '@app/projections';
import { customerList } from './customer-list/customer-list.projection.js';
import { employeeList } from './employee-list/employee-list.projection.js';
import { findingsInbox } from './findings-inbox/findings-inbox.projection.js';
import { technicianDay } from './technician-day/technician-day.projection.js';
import { ticketBoard } from './ticket-board/ticket-board.projection.js';
import { ticketDetail } from './ticket-detail/ticket-detail.projection.js';

/** Every read model there is; each rebuilds from the log alone. */
export const projections: readonly Projection[] = [
  ticketBoard,
  ticketDetail,
  technicianDay,
  findingsInbox,
  customerList,
  employeeList,
];
