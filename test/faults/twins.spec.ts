import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verify } from '@app/audit';
import { newId } from '@app/kernel';
import type { EventStore } from '@app/event-store';
import { Interleaving } from '@app/event-store/src/testing/interleaving.js';
import { working } from '@app/tickets/src/testing/on-site.past.js';
import { opened } from '@app/tickets/src/testing/past.js';
import { at, LI_WEI, span } from '@app/tickets/src/testing/ticket.builders.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { rounds } from '../support/rounds.js';
import { sharedLog, STORES, type SharedLog } from '../support/shared-log.js';
import { streamKinds } from '../../apps/server/src/declared.js';
import { Office } from '../../apps/server/src/testing/office.js';

/*
 * The same command comes to two processes at the same moment. However their calls of the store meet,
 * it is carried out once, and both say the same of it.
 */

/** How many ways to meet the short form tries of each command: the double takes its time. */
const SHORT = { PostgreSQL: 20, EventStoreDB: 5 };

/** What is sent to a ticket that is ready for it. */
interface Sent {
  readonly ticket: string;
  readonly data: object;
}

const visit = { window: span('15:00', '17:00'), atCustomersWish: false };

/** A new ticket with a visit that its technician is to make. */
async function planned(office: Office, technician: string): Promise<string> {
  const ticket = newId();
  await office.begin(ticket, [opened()]);
  const sending = { occurredAt: at('10:30') };
  await office.ticket('ScheduleVisit', ticket, { ...visit, technician }, sending);
  return ticket;
}

/** A new ticket on which the technician is at work. */
async function atWork(office: Office, technician: string): Promise<string> {
  const ticket = newId();
  const past = JSON.stringify(working).replaceAll(LI_WEI.id, technician);
  await office.begin(ticket, JSON.parse(past) as typeof working);
  return ticket;
}

const sentToPlanned =
  (data: object) =>
  async (office: Office, technician: string): Promise<Sent> => ({
    ticket: await planned(office, technician),
    data,
  });

/** Every command that changes a second stream, and how a ticket comes to it. */
const commands: Readonly<Record<string, (office: Office, technician: string) => Promise<Sent>>> = {
  async ScheduleVisit(office, technician) {
    const ticket = newId();
    await office.begin(ticket, [opened()]);
    return { ticket, data: { ...visit, window: span('18:00', '19:00'), technician } };
  },
  RescheduleVisit: sentToPlanned({
    visit: 1,
    ...visit,
    window: span('16:00', '18:00'),
    reason: '客户要求',
  }),
  CancelVisit: sentToPlanned({ visit: 1, reason: '客户要求' }),
  CancelTicket: sentToPlanned({ reason: '客户自修' }),
  RecordNoShow: sentToPlanned({ visit: 1 }),
  async LeaveSite(office, technician) {
    const ticket = await planned(office, technician);
    await office.ticket('Depart', ticket, { visit: 1 }, { occurredAt: at('14:30') });
    await office.ticket('RecordArrival', ticket, { visit: 1 }, { occurredAt: at('15:00') });
    return { ticket, data: { visit: 1 } };
  },
  async LogLabour(office, technician) {
    const ticket = await atWork(office, technician);
    return { ticket, data: { visit: 1, workType: 'repair', span: span('09:45', '10:15') } };
  },
  async ConsumePart(office, technician) {
    const ticket = await atWork(office, technician);
    const sku = `CAP-${newId()}`;
    await office.equip(technician, sku, 1);
    return { ticket, data: { visit: 1, sku, quantity: 1 } };
  },
};

describe.each(STORES)('two processes on one log in %s', (name) => {
  let database: TestDatabase;
  let log: SharedLog;
  let stores: readonly [EventStore, EventStore];
  beforeAll(async () => {
    database = await testDatabase();
    log = await sharedLog(name, database.url);
    stores = [await log.open(), await log.open()];
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await log.end();
    await database.drop();
  });

  /** One command sent to both; whose call of the store comes next, `order` says. */
  async function race(type: string, order: readonly number[]): Promise<void> {
    const technician = `tech-${newId()}`;
    const turns = new Interleaving();
    const offices = stores.map((store) => new Office(turns.through(store)));
    await offices[0]!.hire(technician);
    const { ticket, data } = await commands[type]!(offices[0]!, technician);
    const sending = { commandId: newId(), occurredAt: at('17:30') };
    const send = (office: Office) => office.ticket(type, ticket, data, sending);
    const ends = await turns.run(
      order,
      offices.map((office) => () => send(office)),
    );
    const first = ends.map((end) => {
      if (end.status === 'fulfilled') return end.value;
      throw new Error(`${type}, met as ${order.join('')}`, { cause: end.reason });
    });
    expect(first.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    const [outcome] = first;
    for (const each of [...first, ...(await Promise.all(offices.map(send)))])
      expect({ ...each, repeated: false }).toEqual({ ...outcome, repeated: false });
    const stream = await stores[0].readStream(outcome!.stream);
    const stored = stream.filter(({ commandId }) => commandId === sending.commandId);
    expect(stored).toHaveLength(outcome!.events.length);
  }

  test.each(Object.keys(commands))(
    '%s comes to both, and is carried out once, however they meet',
    async (type) => {
      const [first, second] = [Array<number>(40).fill(0), Array<number>(40).fill(1)];
      const length = rounds({ short: SHORT[name], full: 20 });
      const before = Array.from({ length }, (_, calls) => second.slice(0, calls));
      await Promise.all(before.map((calls) => race(type, [...calls, ...first])));
      const order = fc.array(fc.nat({ max: 1 }), { minLength: 10, maxLength: 30 });
      const property = fc.asyncProperty(order, (each) => race(type, each));
      await fc.assert(property, {
        numRuns: rounds({ short: SHORT[name] / 5, full: 500 }),
      });
    },
    rounds({ short: 60_000, full: 600_000 }),
  );

  test(
    'the log that all this left is sound',
    async () => {
      const { problems, events } = await verify(stores[0], streamKinds);
      expect(problems).toEqual([]);
      expect(events).toBeGreaterThan(100);
    },
    rounds({ short: 30_000, full: 300_000 }),
  );
});
