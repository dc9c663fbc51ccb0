import { datesOf, plusMinutes, type Instant, type Span } from '@app/kernel';
import {
  Contexts,
  Executor,
  type CommandRequest,
  type Participant,
  type Folded,
} from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { diaryCommands } from '../domain/diary/diary.commands.js';
import type { Booking, Hours } from '../domain/diary/diary.state.js';
import { diaries } from '../diary.aggregate.js';
import { diaryStreams } from '../domain/diary/diary.stream.js';
import type { JudgeWhereabouts, Whereabouts } from '../domain/ticket/ticket.commands.js';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { ticketStreams } from '../domain/ticket/ticket.stream.js';

/** A ticket, and what it is now. */
interface Here {
  readonly id: string;
  readonly state: Ticket;
}

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

  /**
   * The other tickets at whose customers the technician is at that moment, elsewhere than at this one's. A stay stands in the diary
   * of the date on which it began, and no visit lasts longer than into the next one.
   */
  async elsewhere(technician: string, ticket: Here, at: Instant): Promise<readonly string[]> {
    const dates = datesOf({ from: plusMinutes(at, -24 * 60), until: plusMinutes(at, 1) });
    const days = dates.map((date) => ({ employee: technician, date }));
    const stays = (await this.contexts.readMany(diaryStreams, days)).flatMap((day) => day.stays);
    const there = stays
      .filter((stay) => stay.ticket !== ticket.id && stay.from <= at)
      .filter(({ until }) => until === undefined || at < until)
      .map((stay) => stay.ticket);
    return this.awayFrom(ticket, there);
  }

  /** Those of other tickets that are not at the same site: two tickets of one site are one place (R10). */
  private async awayFrom({ state }: Here, others: readonly string[]): Promise<readonly string[]> {
    if (others.length === 0 || state.status === 'none' || state.site === undefined) return others;
    const { customer, site } = state;
    const tickets = await this.contexts.readMany(ticketStreams, others);
    return others.filter((_, index) => {
      const other = tickets[index]!;
      return other.status === 'none' || other.customer !== customer || other.site !== site;
    });
  }

  /** Who of these people is at another ticket's customer at that moment, by their own diaries. */
  async whoIsElsewhere(people: readonly string[], ticket: Here, at: Instant): Promise<string[]> {
    const away = await Promise.all(people.map((each) => this.elsewhere(each, ticket, at)));
    return people.filter((_, index) => away[index]!.length > 0);
  }

  /** When the technician came on this ticket on that date, and these moments, each with whether another's customer had them then. */
  async whereabouts(
    { technician, date }: JudgeWhereabouts['data'],
    ticket: Here,
    found: readonly Pick<Whereabouts, 'visit' | 'at'>[],
  ): Promise<Whereabouts[]> {
    const [day] = await this.contexts.readMany(diaryStreams, [{ employee: technician, date }]);
    const came = (day?.stays ?? [])
      .filter((stay) => stay.ticket === ticket.id)
      .map(({ visit, from: at }) => ({ visit, at }));
    const others = found.filter(
      (each) => !came.some(({ visit, at }) => visit === each.visit && at === each.at),
    );
    return Promise.all(
      [...came, ...others].map(async ({ visit, at }) => {
        const elsewhere = await this.elsewhere(technician, ticket, at);
        return { visit, at, elsewhere: elsewhere.length > 0 };
      }),
    );
  }

  /** Other visits for which these people are booked on the days that `span` touches. */
  async booked(
    people: readonly string[],
    except: Pick<Booking, 'ticket' | 'visit'>,
    span: Span,
  ): Promise<Booking[]> {
    const days = people.flatMap((employee) => datesOf(span).map((date) => ({ employee, date })));
    const diaries = await this.contexts.readMany(diaryStreams, days);
    return diaries
      .flatMap(({ bookings }) => bookings)
      .filter(({ ticket, visit }) => ticket !== except.ticket || visit !== except.visit);
  }

  /** Hours of the technician that labour within `span` may meet. */
  async hoursLogged(technician: string, span: Span): Promise<readonly Hours[]> {
    const dates = datesOf(span).map((date) => ({ employee: technician, date }));
    return (await this.contexts.readMany(diaryStreams, dates)).flatMap(({ hours }) => hours);
  }
}
