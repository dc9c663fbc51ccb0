import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { requested } from '@app/event-store/src/testing/requests.js';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { plusMinutes, type Instant } from '@app/kernel';
import type { Send } from '@app/processes';
import { TicketDecisionContext } from '../application/decision-context.js';
import { Diaries } from '../application/diaries.js';
import { OtherContexts } from '../application/other-contexts.js';
import { diaryCommands } from '../domain/diary/diary.commands.js';
import { diaryDecider } from '../domain/diary/diary.decider.js';
import type { DiaryEvent } from '../domain/diary/diary.events.js';
import type { Diary } from '../domain/diary/diary.state.js';
import type { TicketCommand } from '../domain/ticket/ticket.commands.js';
import { ticketDecider } from '../domain/ticket/ticket.decider.js';
import type { OpenedTicket } from '../domain/ticket/ticket.state.js';
import * as past from '../testing/past.js';
import { at, command, inBatch, LI_WEI, span, ticketAfter } from '../testing/ticket.builders.js';
import { lookAgainWhereSomebodyWas } from './look-again-where-somebody-was.js';

/** One stay of Li Wei at the customer of a ticket. */
interface Stay {
  readonly ticket: 'T-1' | 'T-2';
  readonly visit: number;
  readonly from: Instant;
  readonly until: Instant;
}

const TOLD = at('08:00', 2);
const none = undefined as never;
const NOTHING: Diary = { bookings: [], hours: [], stays: [] };

/** Two tickets, the diaries of one technician, and what the process has still to ask. */
class Centre {
  private readonly tickets = new Map<string, OpenedTicket>();
  private readonly diaries = new Map<string, Diary>();
  private readonly context: TicketDecisionContext;
  private asked: Send[] = [];

  constructor() {
    const contexts = new StatedContexts((stream) => this.diaries.get(stream) ?? NOTHING);
    const diaries = new Diaries(none, contexts);
    this.context = new TicketDecisionContext(new OtherContexts(contexts), none, diaries);
    for (const ticket of ['T-1', 'T-2'])
      this.tickets.set(
        ticket,
        ticketAfter(
          past.opened({ ticket }),
          past.scheduled(),
          past.scheduled({ visit: 2, window: span('15:00', '16:00') }),
        ),
      );
  }

  async came({ ticket, visit, from }: Stay): Promise<void> {
    const ask = inBatch(command('RecordArrival', { visit }, from), TOLD);
    const request = requested('RecordArrival', ticket, ask.data, {
      ...{ occurredAt: from, receivedAt: TOLD, actor: LI_WEI },
    });
    const known = await this.context.recordArrival(request, this.tickets.get(ticket)!);
    this.take(ticket, { ...ask, known });
  }

  left({ ticket, visit, until }: Stay): void {
    this.take(ticket, inBatch(command('LeaveSite', { visit }, until), TOLD));
  }

  /** What the process has asked until now is carried out, each as often as that. */
  async look(times: number): Promise<void> {
    const asked = this.asked;
    this.asked = [];
    for (const { id, type, data } of asked)
      for (let time = 0; time < times; time++) {
        const request = requested(type, id, data, { occurredAt: TOLD });
        const known = await this.context.judgeWhereabouts(request as never, this.tickets.get(id)!);
        this.take(id, command('JudgeWhereabouts', data as never, TOLD, { known }));
      }
  }

  /** The arrivals at which Li Wei is found to have been elsewhere. */
  found(): string[] {
    return [...this.tickets.values()]
      .flatMap(({ ticket, findings }) =>
        findings
          .filter(({ code, status }) => code === 'in-two-places' && status !== 'withdrawn')
          .map(({ visit, foundAt }) => `${ticket}/${visit} ${foundAt}`),
      )
      .toSorted();
  }

  private take(id: string, asked: TicketCommand): void {
    const before = this.tickets.get(id)!;
    const events = ticketDecider.decide(asked, before);
    const told = { commandId: asked.id, receivedAt: TOLD };
    for (const { stream, commands } of diaryCommands(events, before, told))
      for (const each of commands) this.write(stream, diaryDecider.decide(each, this.day(stream)));
    this.tickets.set(id, events.reduce(ticketDecider.evolve, before) as OpenedTicket);
  }

  private write(stream: string, events: readonly DiaryEvent[]): void {
    this.diaries.set(stream, events.reduce(diaryDecider.evolve, this.day(stream)));
    for (const event of recorded(stream, events))
      for (const reaction of lookAgainWhereSomebodyWas.react(event as never, null))
        this.asked.push(reaction as Send);
  }

  private day(stream: string): Diary {
    return this.diaries.get(stream) ?? NOTHING;
  }
}

/** Of each stay, whether another ticket's had begun and not ended as it began. */
function recount(stays: readonly Stay[]): string[] {
  return stays
    .filter(({ ticket, from }) =>
      stays.some((each) => each.ticket !== ticket && each.from <= from && from < each.until),
    )
    .map(({ ticket, visit, from }) => `${ticket}/${visit} ${from}`)
    .toSorted();
}

const minute = fc.integer({ min: 0, max: 95 });
const stay = (ticket: Stay['ticket'], visit: number): fc.Arbitrary<Stay> =>
  fc.tuple(minute, fc.integer({ min: 1, max: 40 })).map(([tens, lasted]) => {
    const from = plusMinutes(at('12:00'), tens * 10);
    return { ticket, visit, from, until: plusMinutes(from, lasted * 10) };
  });
const stays = fc.tuple(stay('T-1', 1), stay('T-1', 2), stay('T-2', 1), stay('T-2', 2));
/** In which order comings and leavings are told: each stay twice, its coming first. */
const order = fc.shuffledSubarray([0, 0, 1, 1, 2, 2, 3, 3], { minLength: 8 });
/** How often the process carries out what it was asked after each of them; 0: not yet. */
const looks = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 });

test('[R10] in whatever order two tickets tell where somebody was, found is what a recount finds', async () => {
  let overlaps = 0;
  await fc.assert(
    fc.asyncProperty(stays, order, looks, async (all, told, times) => {
      const centre = new Centre();
      const came = new Set<number>();
      for (const [step, index] of told.entries()) {
        if (came.has(index)) centre.left(all[index]!);
        else await centre.came(all[index]!);
        came.add(index);
        if (times[step]! > 0) await centre.look(times[step]!);
      }
      await centre.look(2);
      const expected = recount(all);
      overlaps += expected.length;
      expect(centre.found()).toEqual(expected);
    }),
    { numRuns: 150 },
  );
  expect(overlaps).toBeGreaterThan(0);
});
