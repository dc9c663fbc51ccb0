import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FromRequest, SlugPipe, type Sent } from '@app/http';
import { Can } from '@app/identity';
import { SendStepsDto, StepResults } from './dto/steps.dto.js';
import { SendSteps } from './send-steps.js';

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
