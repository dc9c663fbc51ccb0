import { Module } from '@nestjs/common';
import { AlongsideTickets } from './application/alongside.js';
import { Diaries } from './application/diaries.js';
import { Elsewhere } from './application/elsewhere.js';
import { Known } from './application/known.js';
import { NamedFiles } from './application/named-files.js';
import { diaries } from './diary.aggregate.js';
import { LateStepsController } from './http/late-steps.controller.js';
import { SendSteps } from './http/send-steps.js';
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
}
