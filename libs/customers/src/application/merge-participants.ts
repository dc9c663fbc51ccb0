import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import { Executor, type CommandRequest, type Folded, type Participant } from '@app/event-store';
import {
  mergeStreams,
  type JoinCustomer,
  type Merges,
  type PartCustomer,
} from '../domain/merge/merge.js';
import type { MergeEvent } from '../domain/merge/merge.events.js';
import { merges } from '../merge.aggregate.js';
import { notWhileErased, staysOnFile } from './stays-on-file.js';

/** Whoever is merged says so as well, so that one file never stands behind two others; and neither of them is being erased. */
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
      const follows = type === 'CustomerMerged' ? 'JoinCustomer' : 'PartCustomer';
      const command: JoinCustomer | PartCustomer = {
        ...{ id: request.commandId, type: follows },
        ...{ data: said, occurredAt, actor },
      };
      const stream = mergeStreams.named({ customer: data.merged });
      return [{ stream, commands: [command] as const }];
    });
    return [
      ...this.executor.participants(merges, asked, request),
      ...events.flatMap((event) => this.held(event, request)),
    ];
  }

  private held({ type, data }: MergeEvent, request: CommandRequest): Participant[] {
    switch (type) {
      case 'CustomerMerged':
        return [
          staysOnFile(this.executor, data.customer, request, ''),
          staysOnFile(this.executor, data.merged, request, '/merged'),
        ];
      case 'MergeUndone':
        return [data.customer, data.merged].map((file) =>
          notWhileErased(this.executor, file, request),
        );
      default:
        return [];
    }
  }
}
