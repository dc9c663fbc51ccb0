import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import type { CommandRequest, Folded, Participant } from '@app/event-store';
import type { ToolEvent } from '../domain/tool/tool.events.js';
import type { Tool } from '../domain/tool/tool.state.js';
import { Signatures } from './ports.js';

/** One picture of a signature is under one hand-over of a tool (R12). */
@Injectable()
export class ToolParticipants extends Participants<Tool, ToolEvent> {
  constructor(private readonly signatures: Signatures) {
    super();
  }

  of(events: readonly ToolEvent[], _: Folded<Tool>, request: CommandRequest): Participant[] {
    return events.flatMap((event) => {
      if (event.type !== 'ToolAccepted' && event.type !== 'ToolTransferred') return [];
      const { tool, signature } = event.data;
      return signature === undefined ? [] : [this.signatures.take(signature, { tool }, request)];
    });
  }
}
