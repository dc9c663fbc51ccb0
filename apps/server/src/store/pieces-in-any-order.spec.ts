import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DomainError, newId } from '@app/kernel';
import { LI_WEI, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import type { Outcome } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { requested } from '@app/event-store/src/testing/requests.js';
import { handsAt, handsOf, pieceStreams, placeOf, stockStreams } from '@app/inventory';
import { locations } from '@app/inventory/src/location.aggregate.js';
import { pieces } from '@app/inventory/src/piece.aggregate.js';
import { stocks } from '@app/inventory/src/stock.aggregate.js';
import { working } from '@app/tickets/src/testing/on-site.past.js';
import { at } from '@app/tickets/src/testing/ticket.builders.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Office } from '../testing/office.js';
import { livesOf, step, type Fact, type Life } from '../testing/life-of-a-piece.js';

/*
 * R12: what happens to pieces with serial numbers in a store, in a van and in two technicians' hands, told in any
 * order, all of it late. A fact that is refused for what is not told yet is told again once more is. What it is worth
 * depends on the order, as the cost of a movement is fixed when it is booked (R15), and is not compared.
 */

let database: TestDatabase;
let log: PostgresEventStore;
let office: Office;

const people = [`tech-${newId()}`, `tech-${newId()}`];
const [first, second] = [handsOf(people[0]!), handsOf(people[1]!)];
const tickets = new Map(people.map((technician) => [handsOf(technician), newId()]));
const PLACES = ['main', 'van-1', first, second];
const TOLD = at('23:00');

beforeAll(async () => {
  database = await testDatabase();
  log = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
  office = new Office(log);
  const [Location] = locations.handledBy();
  const van = { location: 'van-1', name: '浙A·12345', kind: 'van' };
  await new Location(office.executor).execute({
    request: requested('RegisterLocation', 'van-1', van, { occurredAt: at('07:00') }),
  });
  for (const technician of people) {
    await office.hire(technician);
    const past = JSON.stringify(working).replaceAll(LI_WEI.id, technician);
    const ticket = tickets.get(handsOf(technician))!;
    await office.begin(ticket, JSON.parse(past) as typeof working);
  }
});

afterAll(async () => {
  await log?.close();
  await database?.drop();
});

/** One telling of all that happened, of a material that no other telling knows. */
class Telling {
  readonly sku = `BOARD-${newId()}`;
  /** By which entry of the ticket a use was put down. */
  private readonly entries = new Map<number, number>();

  /** Whether it was taken; a refusal changes nothing. */
  async tells(fact: Fact): Promise<boolean> {
    try {
      const { events } = await this.sent(fact);
      const entry = events.find(({ type }) => type === 'PartConsumed')?.data;
      if (entry) this.entries.set(fact.use!, (entry as { entry: number }).entry);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  private sent(fact: Fact): Promise<Outcome> {
    const { kind, serial, place, to, slip, at: occurredAt } = fact;
    const sending = { occurredAt, receivedAt: TOLD, inBatch: true, actor: actorOf(fact) };
    if (kind === 'ConsumePart') {
      const data = { visit: 1, sku: this.sku, quantity: 1, serial };
      return office.ticket(kind, tickets.get(place)!, data, sending);
    }
    if (kind === 'CorrectPart') {
      const entry = this.entries.get(fact.use!);
      // Of an entry that nobody has made yet nothing is withdrawn.
      const data = { entry: entry ?? 999_999, withdrawn: true, reason: '看错' };
      return office.ticket(kind, tickets.get(place)!, data, sending);
    }
    const some = { quantity: 1, serials: [serial] };
    const papers = { place, ...(slip && { slip }), ...(to && { to }) };
    return office.stockOf(kind, this.sku, { ...papers, ...SAID[kind](some) }, sending);
  }

  /** All of them in that order, those that were refused once more as long as anything is taken; those that never were. */
  async tellsAll(facts: readonly Fact[]): Promise<readonly Fact[]> {
    await office.keep(this.sku, 'serial');
    let left = facts;
    for (let before = Number.POSITIVE_INFINITY; left.length > 0 && left.length < before;) {
      before = left.length;
      const refused: Fact[] = [];
      for (const fact of left) if (!(await this.tells(fact))) refused.push(fact);
      left = refused;
    }
    return left;
  }

  async booksOf(place: string) {
    const id = stockStreams.named({ sku: this.sku, place });
    const { state } = await office.executor.load(stocks, id);
    const { thousandths = 0, uncovered = [], value = '0.00' } = state ?? {};
    if (thousandths === 0) expect([place, value]).toEqual([place, '0.00']);
    return { place, quantity: thousandths / 1000, uncovered: uncovered.length };
  }

  async pieceOf(serial: string) {
    const id = pieceStreams.named({ sku: this.sku, serial });
    const { state } = await office.executor.load(pieces, id);
    const { deed, ticket } = state?.last ?? {};
    const where = placeOf(state?.last) ?? (deed === 'used' ? `used on ${ticket}` : deed);
    return { serial, where, uncovered: (state?.uncovered ?? []).length };
  }
}

type Some = { readonly quantity: number; readonly serials: readonly string[] };
const paper = { unitCost: '12.00', supplier: 'x', deliveryNote: 'x' };
const sale = { customer: '孙丽', price: '20.00', method: 'cash' };

/** What a paper says beside its place and number. */
const SAID: Record<Exclude<Fact['kind'], 'ConsumePart' | 'CorrectPart'>, (some: Some) => object> = {
  ReceiveMaterial: (some) => ({ ...some, ...paper }),
  IssueMaterial: (some) => some,
  AcceptMaterial: () => ({}),
  DeclineMaterial: () => ({ reason: 'x' }),
  ReturnMaterial: (some) => some,
  SellMaterial: (some) => ({ ...some, ...sale }),
  TakeBackMaterial: (some) => ({ ...some, refund: '20.00' }),
};

/** Whoever has it gives it and signs for it themself; the stores do the rest. */
function actorOf({ kind, place, to }: Fact) {
  const byStores = kind === 'ReturnMaterial' || kind === 'DeclineMaterial';
  const hands = byStores ? undefined : handsAt(kind === 'AcceptMaterial' ? to! : place);
  return hands === undefined ? STOREKEEPER : { id: hands, role: 'technician' };
}

/** What the papers lead to together: where each piece really is. */
function worldOf(lives: readonly Life[]) {
  return {
    books: PLACES.map((place) => {
      const quantity = lives.filter(({ ends }) => ends === place).length;
      return { place, quantity, uncovered: 0 };
    }),
    pieces: lives.map(({ serial, ends }) => {
      const where = ends.startsWith('used ') ? `used on ${tickets.get(ends.slice(5))}` : ends;
      return { serial, where, uncovered: 0 };
    }),
  };
}

async function toldOf(telling: Telling, lives: readonly Life[]) {
  const [books, all]: [object[], object[]] = [[], []];
  for (const place of PLACES) books.push(await telling.booksOf(place));
  for (const { serial } of lives) all.push(await telling.pieceOf(serial));
  return { books, pieces: all };
}

const stepOf = step(PLACES);
const told = fc
  .array(fc.array(stepOf, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 2 })
  .map((drawn) => livesOf(drawn, { hands: [first, second], begins: at('10:00') }))
  .chain((lives) => {
    const facts = lives.flatMap((life) => life.facts).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const orders = fc.shuffledSubarray([...facts], { minLength: facts.length });
    return fc.record({ lives: fc.constant(lives), facts: fc.constant(facts), order: orders });
  });

test('[R12] in whichever order its facts are told, each piece is where they lead together, and nothing stays uncovered that was in hand', async () => {
  const seen = { used: 0, mistaken: 0, onItsWay: 0, shuffled: 0 };
  const property = fc.asyncProperty(told, async ({ lives, facts, order }) => {
    const world = worldOf(lives);
    for (const inOrder of [facts, order]) {
      const telling = new Telling();
      const never = await telling.tellsAll(inOrder);
      expect(await toldOf(telling, lives)).toEqual(world);
      // A way there and back is refused where the piece has gone on: it leads nowhere. What a ticket says never is.
      const onTickets = never.filter(({ use }) => use !== undefined);
      expect(onTickets).toEqual([]);
    }
    seen.used += lives.filter(({ ends }) => ends.startsWith('used ')).length;
    seen.mistaken += facts.filter(({ kind }) => kind === 'CorrectPart').length;
    seen.onItsWay += lives.filter(({ isUsedOnItsWay }) => isUsedOnItsWay).length;
    seen.shuffled += Number(facts.some((fact, index) => fact !== order[index]));
  });
  await fc.assert(property, { numRuns: 60 });
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
}, 300_000);
