import { CustomerEntity } from './customer-list/customer-list.entity.js';
import { EmployeeEntity } from './employee-list/employee-list.entity.js';
import { FindingEntity } from './findings-inbox/findings-inbox.entity.js';
import { TechnicianDayEntity } from './technician-day/technician-day.entity.js';
import { TicketBoardEntity } from './ticket-board/ticket-board.entity.js';
import { TicketDetailEntity } from './ticket-detail/ticket-detail.entity.js';

/** The rows of all read models, for the data source. */
export const readModelEntities = [
  TicketBoardEntity,
  TicketDetailEntity,
  TechnicianDayEntity,
  FindingEntity,
  CustomerEntity,
  EmployeeEntity,
];
