import { Module } from '@nestjs/common';
import { AlongsideTickets } from './application/alongside.js';
import { Diaries } from './application/diaries.js';
import { Elsewhere } from './application/elsewhere.js';
import { Known } from './application/known.js';
import { NamedFiles } from './application/named-files.js';
import { diaries } from './diary.aggregate.js';
import { LateStepsController } from './http/late-steps.controller.js';
import { SendSteps } from './http/send-steps.js';
import { findingsInboxModel } from './read-models/findings-inbox/findings-inbox.read-model.js';
import { technicianDayModel } from './read-models/technician-day/technician-day.read-model.js';
import { ticketBoardModel } from './read-models/ticket-board/ticket-board.read-model.js';
import { ticketDetailModel } from './read-models/ticket-detail/ticket-detail.read-model.js';
import { tickets } from './ticket.aggregate.js';

const handlers = tickets.handledBy({
  known: Known,
  beforehand: NamedFiles,
  alongside: AlongsideTickets,
});

/** A customer's problem, from the call to the closing. What it asks of others stands in `application/`. */
@Module({
  controllers: [...tickets.controllers, LateStepsController],
  providers: [...handlers, Known, Elsewhere, NamedFiles, AlongsideTickets, Diaries, SendSteps],
})
export class TicketsModule {
  static readonly aggregates = [tickets, diaries];
  static readonly readModels = [
    ticketBoardModel,
    ticketDetailModel,
    technicianDayModel,
    findingsInboxModel,
  ];
}
