import { datesOf, type Span } from '@app/kernel';
import {
  Contexts,
  Executor,
  type CommandRequest,
  type Participant,
  type Folded,
} from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { diaryCommands } from '../domain/diary/diary.commands.js';
import type { Hours } from '../domain/diary/diary.state.js';
import { diaries } from '../diary.aggregate.js';
import { diaryStreams } from '../domain/diary/diary.stream.js';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';

/** The technicians' diaries, as far as tickets write to them and ask of them. */
@Injectable()
export class Diaries {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: Contexts,
  ) {}

  /** The diaries that must take a ticket's new events. */
  participants(
    events: readonly TicketEvent[],
    before: Folded<Ticket>,
    request: CommandRequest,
  ): Participant[] {
    return diaryCommands(events, before.state, request).map(({ stream, commands }) =>
      this.executor.participant(diaries, stream, { origin: request, commands }),
    );
  }

  /** Hours of the technician that labour within `span` may meet. */
  async hoursLogged(technician: string, span: Span): Promise<readonly Hours[]> {
    const dates = datesOf(span).map((date) => ({ employee: technician, date }));
    return (await this.contexts.readMany(diaryStreams, dates)).flatMap(({ hours }) => hours);
  }
}
