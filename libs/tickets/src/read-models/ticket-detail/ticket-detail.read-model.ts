import type { ReadModel } from '@app/projections';
import { readTicket } from '../permissions.js';
import { TicketDetail1763900200000 } from './1763900200000-ticket-detail.js';
import { TicketDetailController } from './ticket-detail.controller.js';
import { ticketDetail } from './ticket-detail.projection.js';
import { TicketDetailHandler } from './ticket-detail.query.js';

/** Everything there is to show of a ticket. */
export const ticketDetailModel: ReadModel = {
  projection: ticketDetail,
  migrations: [TicketDetail1763900200000],
  permission: readTicket,
  controller: TicketDetailController,
  handlers: [TicketDetailHandler],
};
