import { TicketBoard1763900100000 } from './migrations/1763900100000-ticket-board.js';
import { TicketDetail1763900200000 } from './migrations/1763900200000-ticket-detail.js';
import { TechnicianDay1763900300000 } from './migrations/1763900300000-technician-day.js';
import { FindingsInbox1763900400000 } from './migrations/1763900400000-findings-inbox.js';
import { CustomerList1763900600000 } from './migrations/1763900600000-customer-list.js';
import { EmployeeList1763900700000 } from './migrations/1763900700000-employee-list.js';

/** The tables of all read models, oldest first. */
export const readModelMigrations = [
  TicketBoard1763900100000,
  TicketDetail1763900200000,
  TechnicianDay1763900300000,
  FindingsInbox1763900400000,
  CustomerList1763900600000,
  EmployeeList1763900700000,
];
