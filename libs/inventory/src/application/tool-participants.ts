import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import { Executor, type CommandRequest, type Folded, type Participant } from '@app/event-store';
import { toolSerialCommands } from '../domain/tool-serial/tool-serial.commands.js';
import type { ToolEvent } from '../domain/tool/tool.events.js';
import type { Tool } from '../domain/tool/tool.state.js';
import { toolSerials } from '../tool-serial.aggregate.js';
import { Signatures } from './ports.js';

/** A serial number is that of one tool of its class (R11), and one picture of a signature under one hand-over (R12). */
@Injectable()
export class ToolParticipants extends Participants<Tool, ToolEvent> {
  constructor(
    private readonly executor: Executor,
    private readonly signatures: Signatures,
  ) {
    super();
  }

  of(
    events: readonly ToolEvent[],
    { state: before }: Folded<Tool>,
    request: CommandRequest,
  ): Participant[] {
    const serials = toolSerialCommands(events, before, request);
    return [
      ...this.executor.participants(toolSerials, serials, request),
      ...this.signed(events, request),
    ];
  }

  private signed(events: readonly ToolEvent[], request: CommandRequest): Participant[] {
    return events.flatMap((event) => {
      if (event.type !== 'ToolAccepted' && event.type !== 'ToolTransferred') return [];
      const { tool, signature } = event.data;
      return signature === undefined ? [] : [this.signatures.take(signature, { tool }, request)];
    });
  }
}
