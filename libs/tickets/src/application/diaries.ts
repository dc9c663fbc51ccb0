import { datesOf, type Span } from '@app/kernel';
import {
  Contexts,
  Executor,
  hadStood,
  type Asks,
  type CommandRequest,
  type Companion,
  type Folded,
} from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { claim, lapsedWithin, settle, takingOf, withdraw } from '../domain/diary.claims.js';
import { diaryCommands, type DiaryCommands } from '../domain/diary.commands.js';
import type { DiaryCommand } from '../domain/diary.decider.js';
import { spanOf, standsBy, type DiaryEntry } from '../domain/diary.entries.js';
import type { Diary, Hours } from '../domain/diary.state.js';
import { diaryStreams } from '../domain/diary.stream.js';
import type { TicketEvent } from '../domain/ticket.events.js';
import type { Ticket } from '../domain/ticket.state.js';
import { ticketStreams } from '../domain/ticket.stream.js';
import { diaries } from '../diary.aggregate.js';

/** The technicians' diaries, as far as tickets write to them and ask of them. */
@Injectable()
export class Diaries {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: Contexts,
  ) {}

  /** The diaries that must take a ticket's new events. */
  companions(
    events: readonly TicketEvent[],
    before: Folded<Ticket>,
    request: CommandRequest,
  ): Companion[] {
    return diaryCommands(events, before.state, request).map(({ stream, commands }) =>
      this.executor.companion(diaries, stream, {
        origin: request,
        together: commands,
        ...this.claiming(commands),
        settle: (claimed, diary) =>
          settle(commands, claimed, diary, (command) => hadStood(before, command)),
      }),
    );
  }

  /** Hours of the technician that labour within `span` may meet: those that stand, or may yet. */
  async hoursLogged(
    technician: string,
    span: Span,
    { id, commandId, receivedAt }: CommandRequest,
  ): Promise<readonly Hours[]> {
    const dates = datesOf(span).map((date) => ({ employee: technician, date }));
    const others = (await this.contexts.readMany(diaryStreams, dates))
      .flatMap(({ hours }) => hours)
      .filter(({ ticket, claim }) => ticket !== id || claim?.command !== commandId);
    const orphans = await this.orphans(technician, lapsedWithin(span, others, receivedAt));
    return others.filter((each) => !orphans.includes(each));
  }

  private claiming(
    commands: DiaryCommands['commands'],
  ): Pick<Asks<DiaryCommand, Diary>, 'claim' | 'withdraw'> {
    const taking = takingOf(commands);
    if (!taking) return {};
    return {
      claim: async (claimed, diary) => {
        const { data, type } = taking;
        const entries = type === 'BookVisit' ? diary.bookings : diary.hours;
        const lapsed = lapsedWithin<DiaryEntry>(spanOf(data), entries, claimed.at);
        return claim(taking, claimed, diary, await this.orphans(data.employee, lapsed));
      },
      withdraw: (claimed, diary) => withdraw(taking, claimed, diary),
    };
  }

  /** Those that were claimed, or not released, by a command that was broken off: their tickets do not stand by them. */
  private async orphans<E extends DiaryEntry>(
    technician: string,
    lapsed: readonly E[],
  ): Promise<readonly E[]> {
    const ids = lapsed.map(({ ticket }) => ticket);
    const tickets = await this.contexts.readMany(ticketStreams, ids);
    return lapsed.filter((entry, index) => !standsBy(tickets[index]!, technician, entry));
  }
}
