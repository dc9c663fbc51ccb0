import { Module } from '@nestjs/common';
import { Diaries } from './application/diaries.js';
import { HandleTicketHandler } from './application/handle-ticket.js';
import { Known } from './application/known.js';
import { SendSteps } from './http/send-steps.js';
import { LateStepsController, TicketCommandsController } from './http/tickets.controller.js';

/** A customer's problem, from the call to the closing. What it asks of others stands in `application/ports.ts`. */
@Module({
  controllers: [TicketCommandsController, LateStepsController],
  providers: [HandleTicketHandler, Known, Diaries, SendSteps],
})
export class TicketsModule {}
