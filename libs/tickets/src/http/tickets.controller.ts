import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { commandController, SlugPipe } from '@app/command-routes';
import { FromRequest, type Sent } from '@app/http';
import { Can } from '@app/identity';
import { HandleTicket } from '../application/handle-ticket.js';
import { SendStepsDto, StepResults } from './dto/steps.dto.js';
import { OpenTicketDto } from './dto/ticket.dto.js';
import { SendSteps } from './send-steps.js';
import { ticketCommands } from './ticket.commands.js';

export const TicketCommandsController = commandController({
  path: 'tickets',
  id: 'ticket',
  message: HandleTicket,
  creates: { OpenTicket: OpenTicketDto },
  commands: ticketCommands,
});

@ApiTags('tickets')
@Controller('tickets')
export class LateStepsController {
  constructor(private readonly steps: SendSteps) {}

  /** Takes steps that were done without a connection, in their order, and answers for each of them. */
  @Post(':ticket/send-steps')
  @HttpCode(200)
  @Can('send-steps')
  async send(
    @Param('ticket', SlugPipe) ticket: string,
    @Body() { steps }: SendStepsDto,
    @FromRequest() sent: Sent,
  ): Promise<StepResults> {
    return { results: await this.steps.send(ticket, steps, sent) };
  }
}
