import type { ReadModel } from '@app/projections';
import { readBoard } from '../permissions.js';
import { TicketBoard1763900100000 } from './1763900100000-ticket-board.js';
import { TicketBoardEnds1764352800000 } from './1764352800000-ticket-board-ends.js';
import { TicketBoardClocks1764460000000 } from './1764460000000-ticket-board-clocks.js';
import { TicketBoardReturns1769001301000 } from './1769001301000-ticket-board-returns.js';
import { TicketBoardFollowUp1769030301000 } from './1769030301000-ticket-board-follow-up.js';
import { TicketBoardController } from './ticket-board.controller.js';
import { ticketBoard } from './ticket-board.projection.js';
import { TicketBoardHandler } from './ticket-board.query.js';
import { TicketsOfCustomerHandler } from './tickets-of-customer.query.js';

/** The board of tickets. */
export const ticketBoardModel: ReadModel = {
  projection: ticketBoard,
  migrations: [
    TicketBoard1763900100000,
    TicketBoardEnds1764352800000,
    TicketBoardClocks1764460000000,
    TicketBoardReturns1769001301000,
    TicketBoardFollowUp1769030301000,
  ],
  permission: readBoard,
  controller: TicketBoardController,
  handlers: [TicketBoardHandler, TicketsOfCustomerHandler],
};
