import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import { Executor, type CommandRequest, type Folded, type Participant } from '@app/event-store';
import { mergeStreams, type Merges } from '../domain/merge/merge.js';
import type { MergeEvent } from '../domain/merge/merge.events.js';
import { merges } from '../merge.aggregate.js';

/** Whoever is merged says so as well, so that one file never stands behind two others. */
@Injectable()
export class MergeParticipants extends Participants<Merges, MergeEvent> {
  constructor(private readonly executor: Executor) {
    super();
  }

  of(events: readonly MergeEvent[], _: Folded<Merges>, request: CommandRequest): Participant[] {
    const asked = events.flatMap((event) => {
      const { type, data, occurredAt, actor } = event;
      if (type !== 'CustomerMerged' && type !== 'MergeUndone') return [];
      const said = { customer: data.merged, into: data.customer };
      const command = type === 'CustomerMerged' ? 'JoinCustomer' : 'PartCustomer';
      const id = request.commandId;
      const commands = [{ id, type: command, data: said, occurredAt, actor } as const];
      return [{ stream: mergeStreams.named({ customer: data.merged }), commands }];
    });
    return this.executor.participants(merges, asked, request);
  }
}
