import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, plusMinutes, type Instant } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { accepted as decided } from '@app/kernel/src/testing/stories.js';
import { leastFrom, linesOf, type Line } from '../../testing/notebook.js';
import { main, pieces } from '../../testing/stock.js';
import type { StockCommand } from './stock.commands.js';
import { stockDecider } from './stock.decider.js';
import type { StockEvent } from './stock.events.js';

const quantity = fc.integer({ min: 1, max: 5 });
const which = fc.nat({ max: 4 });
const owner = fc.constantFrom('lanting', 'guihua', 'xinghe');
const saying = <Kind extends string, Data extends object>(kind: Kind, data: fc.Arbitrary<Data>) =>
  data.map((said) => ({ kind, ...said }));

/** What people ask of one store, some of it told long after it was done. */
const wish = fc.record({
  said: fc.oneof(
    saying('receive', fc.record({ quantity })),
    saying(
      'reserve',
      fc.record({
        ...{ quantity, customer: owner, urgent: fc.boolean(), forTicket: fc.boolean() },
        minutes: fc.constantFrom(60, 400, 2_000),
      }),
    ),
    saying('release', fc.record({ which })),
    saying('expire', fc.record({ which })),
    saying('issue', fc.record({ quantity, customer: fc.option(owner, { nil: undefined }) })),
    saying('issue', fc.record({ quantity, customer: fc.option(owner, { nil: undefined }) })),
    saying('decline', fc.record({ which })),
  ),
  after: fc.integer({ min: 1, max: 60 }),
  back: fc.constantFrom(0, 0, 0, 45, 300),
});
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never;

/** An independent model: a waiting list, of which each line says how many of whose are kept, from when until when. */
interface Waiting {
  readonly slip: string;
  readonly customer: string;
  readonly ticket: string | undefined;
  readonly urgent: boolean;
  readonly since: Instant;
  until: Instant;
  left: number;
  over: boolean;
}

interface Gone {
  readonly slip: string;
  readonly took: readonly [Waiting, number][];
}

/** A store with its notebook and its waiting list, beside the books that are put to the test. */
class Store {
  readonly events: StockEvent[] = [];
  readonly lines: Line[] = [];
  readonly list: Waiting[] = [];
  readonly gone: Gone[] = [];
  /** How often each came about: told in time, told late. */
  readonly seen = { issued: 0, refused: 0, found: 0, restored: 0 };

  /** Whose turn it is at a moment: the urgent ones first, then whoever came first. */
  queue(moment: Instant): Waiting[] {
    const waiting = this.list.filter(
      ({ since, until, left }) => since <= moment && moment < until && left > 0,
    );
    return [...waiting.filter(({ urgent }) => urgent), ...waiting.filter(({ urgent }) => !urgent)];
  }

  /** What comes of a command in the books. */
  tell(command: object): readonly StockEvent[] {
    const state = fold(stockDecider, this.events);
    const came = decided(() => stockDecider.decide(command as StockCommand, state));
    this.events.push(...came);
    this.lines.push(...linesOf(came));
    return came;
  }

  /** Pours what there is along the queue: each takes its own, and whoever asks what is left when it is their turn. */
  isEnoughFor(asked: number, customer: string | undefined, moment: Instant): boolean {
    let there = leastFrom(this.lines, main.place, moment);
    let wanted = asked;
    for (const waiting of this.queue(moment)) {
      if (wanted <= 0) break;
      if (isOf(waiting, customer)) wanted -= waiting.left;
      else there -= waiting.left;
    }
    return asked <= there;
  }

  /** Crosses out what goes to whoever it was kept for. */
  takenBy(asked: number, customer: string | undefined, moment: Instant): Gone['took'] {
    let wanted = asked;
    return this.queue(moment)
      .filter((waiting) => isOf(waiting, customer))
      .flatMap((waiting): [Waiting, number][] => {
        const taken = Math.min(wanted, waiting.left);
        wanted -= taken;
        waiting.left -= taken;
        return taken > 0 ? [[waiting, taken]] : [];
      });
  }
}

function isOf({ ticket, customer: keptFor }: Waiting, customer: string | undefined): boolean {
  return ticket === undefined ? keptFor === customer : ticket === ticketOf(customer);
}

/** What an issue says of whose ticket it is for, and what is known of it. */
function goingFor(customer: string | undefined) {
  if (customer === undefined) return { ticket: {}, known: {} };
  return { ticket: { ticket: ticketOf(customer) }, known: { customer } };
}

const ticketOf = (customer: string | undefined) => customer && `T-${customer}`;

type Said<Kind> = Extract<Wish['said'], { readonly kind: Kind }>;

/** One command to the books, and when it was given. */
interface Telling {
  readonly slip: string;
  readonly occurredAt: Instant;
  readonly isLate: boolean;
  readonly tell: (
    type: StockCommand['type'],
    data: object,
    known?: object,
  ) => readonly StockEvent[];
}

/** What each asks of the books and of the waiting list, which say the same. */
const steps: {
  readonly [Kind in Wish['said']['kind']]: (store: Store, said: Said<Kind>, how: Telling) => void;
} = {
  receive(_, said, { slip, tell }) {
    const paper = { unitCost: '1.00', slip, supplier: 'x', deliveryNote: 'x' };
    tell('ReceiveMaterial', { quantity: said.quantity, ...paper });
  },
  reserve(store, said, { slip, occurredAt, tell }) {
    const { customer, urgent, quantity: left } = said;
    const ticket = said.forTicket ? ticketOf(customer) : undefined;
    const until = plusMinutes(occurredAt, said.minutes);
    const asked = { customer, system: 'x', until, slip, quantity: left };
    const more = { priority: urgent ? 'urgent' : 'ordinary', ...(ticket && { ticket }) };
    if (tell('ReserveMaterial', { ...asked, ...more }).length === 0) return;
    const line = { slip, customer, ticket, urgent, since: occurredAt, until, left };
    store.list.push({ ...line, over: false });
  },
  release(store, said, { occurredAt, tell }) {
    const open = store.queue(occurredAt).filter(({ over }) => !over);
    const waiting = open[said.which % open.length];
    if (!waiting) return;
    expect(tell('ReleaseReservation', { slip: waiting.slip, reason: 'x' })).toHaveLength(1);
    Object.assign(waiting, { over: true, until: occurredAt });
  },
  expire(store, said, { occurredAt, tell }) {
    const waiting = store.list[said.which % store.list.length];
    if (!waiting) return;
    const isDue = !waiting.over && waiting.left > 0 && waiting.until <= occurredAt;
    expect(tell('EndReservation', { slip: waiting.slip })).toHaveLength(Number(isDue));
    waiting.over ||= isDue;
  },
  issue(store, { quantity: asked, customer }, { slip, occurredAt, isLate, tell }) {
    const isThere = asked <= leastFrom(store.lines, main.place, occurredAt);
    const isFree = store.isEnoughFor(asked, customer, occurredAt);
    const whose = goingFor(customer);
    const data = { quantity: asked, to: 'van-1', slip, ...whose.ticket };
    const came = tell('IssueMaterial', data, { ...pieces.known, ...whose.known });
    const isFound = came.some(({ type }) => type === 'FindingRecorded');
    expect([came.length > 0, isFound]).toEqual([
      isThere && (isFree || isLate),
      isThere && isLate && !isFree,
    ]);
    store.seen.refused += Number(isThere && !isFree && !isLate);
    store.seen.found += Number(isFound);
    if (came.length === 0) return;
    store.seen.issued++;
    store.gone.push({ slip, took: store.takenBy(asked, customer, occurredAt) });
  },
  decline(store, said, { tell }) {
    const way = store.gone[said.which % store.gone.length];
    if (!way || tell('DeclineMaterial', { slip: way.slip, reason: 'x' }).length === 0) return;
    store.gone.splice(store.gone.indexOf(way), 1);
    for (const [waiting, taken] of way.took) waiting.left += taken;
    store.seen.restored += way.took.length;
  },
};

function step(store: Store, { said, back }: Wish, { slip, now }: { slip: string; now: Instant }) {
  const occurredAt = plusMinutes(now, -back);
  const frame = { id: slip, occurredAt, receivedAt: now, actor: STOREKEEPER };
  const tell: Telling['tell'] = (type, data, known = pieces.known) =>
    store
      .tell({ ...frame, known, type, data: { ...main, ...data } })
      // The books may be carried forward beside whatever is asked.
      .filter((each) => each.type !== 'StockCarriedForward');
  const take = steps[said.kind] as (store: Store, said: object, how: Telling) => void;
  take(store, said, { slip, occurredAt, isLate: back > 0, tell });
}

test('[B2] whatever is kept for whom, and however late it is told: the books give as a plain waiting list does', () => {
  const seen = { issued: 0, refused: 0, found: 0, restored: 0 };
  const told = fc.array(wish, { minLength: 10, maxLength: 45, size: 'max' });
  const property = fc.property(told, (wishes) => {
    const store = new Store();
    let clock = 0;
    wishes.forEach((each, index) => {
      clock += each.after;
      step(store, each, { slip: `s-${index}`, now: plusMinutes(at('08:00'), clock + 400) });
      const kept = fold(stockDecider, store.events)?.reservations ?? [];
      expect(kept.map(({ slip, thousandths, until }) => [slip, thousandths, until])).toEqual(
        store.list.map(({ slip, left, until }) => [slip, left * 1000, until]),
      );
    });
    for (const kind of Object.keys(seen) as (keyof typeof seen)[]) seen[kind] += store.seen[kind];
  });
  fc.assert(property, { numRuns: 300 });
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
});
