import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@app/kernel';
import { LI_WEI, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import type { EventStore } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { SingleStreamStore } from '@app/event-store/src/testing/single-stream-store.js';
import { handsOf, pieceStreams } from '@app/inventory';
import { pieces } from '@app/inventory/src/piece.aggregate.js';
import { stocks } from '@app/inventory/src/stock.aggregate.js';
import { working } from '@app/tickets/src/testing/on-site.past.js';
import { at } from '@app/tickets/src/testing/ticket.builders.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Office } from '../testing/office.js';

/* R12: pieces with serial numbers, on a store that takes several streams at once and on one that takes one. */

let database: TestDatabase;
let log: PostgresEventStore;

beforeAll(async () => {
  database = await testDatabase();
  log = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
});
afterAll(async () => {
  await log?.close();
  await database?.drop();
});

const by = { actor: STOREKEEPER };
const paper = { unitCost: '1.00', supplier: 'x', deliveryNote: 'x' };
const named = (...serials: string[]) => ({ quantity: serials.length, serials });

describe.each([
  ['several streams in one append', () => log],
  ['one stream in one append', () => new SingleStreamStore(log)],
] as const)('where a store takes %s', (_, open: () => EventStore) => {
  let office: Office;
  let other: Office;
  let sku: string;
  let technician: string;

  beforeEach(async () => {
    // Two processes on one log.
    [office, other] = [new Office(open()), new Office(open())];
    sku = `BOARD-${newId()}`;
    technician = `tech-${newId()}`;
    await office.hire(technician);
    await office.keep(sku, 'serial');
  });

  const receive = (serials: string[], place = 'main') =>
    office.stockOf('ReceiveMaterial', sku, { place, ...paper, ...named(...serials) }, by);
  const issue = (serials: string[], to: string, slip: string, through = office) =>
    through.stockOf(
      'IssueMaterial',
      sku,
      { place: 'main', to, slip, ...named(...serials) },
      {
        ...by,
        occurredAt: at('09:00'),
      },
    );
  const accept = (slip: string, time = '09:30') =>
    office.stockOf(
      'AcceptMaterial',
      sku,
      { place: 'main', slip },
      {
        actor: { id: technician, role: 'technician' },
        occurredAt: at(time),
        receivedAt: at('18:00'),
      },
    );
  const piece = async (serial: string) =>
    (await office.executor.load(pieces, pieceStreams.named({ sku, serial }))).state;
  const booked = async (place: string) =>
    (await office.executor.load(stocks, `stock-${sku}:${place}`)).state?.thousandths ?? 0;
  const hands = () => handsOf(technician);

  test('[R12] complaint: a serial number in two places; of two processes that receive it one is told who has it', async () => {
    for (let round = 0; round < 5; round++) {
      const serial = `SN-${round}`;
      const answers = await Promise.allSettled([
        receive([serial, `A-${round}`], 'main'),
        other.stockOf('EnterOpeningStock', sku, {
          ...{ place: handsOf(`tech-${round}`), value: '1.00', source: 'x' },
          ...named(serial.toLowerCase(), `B-${round}`),
        }),
      ]);
      const refused = answers.filter((each) => each.status === 'rejected');
      expect(refused).toMatchObject([{ reason: { code: 'piece-is-elsewhere', article: 'R12' } }]);
      // Neither is anything booked of what came with it.
      const won = answers[0].status === 'fulfilled';
      expect(await piece(`A-${round}`)).toEqual(won ? expect.anything() : undefined);
      expect(await piece(`B-${round}`)).toEqual(won ? undefined : expect.anything());
    }
  });

  test('[R12] at any load and through two processes a piece is issued once', async () => {
    await receive(['SN-1', 'SN-2', 'SN-3']);
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, (__, n) =>
        issue(['SN-2'], hands(), `I-${n}`, n % 2 === 0 ? office : other),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([await booked('main'), await piece('SN-2')]).toMatchObject([
      2000,
      { last: { deed: 'issued', to: hands() } },
    ]);
    await expect(issue(['SN-2'], hands(), 'I-X')).rejects.toThrow(
      `it is on its way from main to the hands of ${technician}`,
    );
  });

  test('[R12] a movement of many pieces is booked whole, and they arrive together', async () => {
    const serials = Array.from({ length: 60 }, (__, n) => `SN-${n}`);
    await receive(serials);
    await issue(serials, hands(), 'I-1');
    await accept('I-1');
    expect([await booked('main'), await booked(hands())]).toEqual([0, 60_000]);
    expect(await piece('SN-59')).toMatchObject({ last: { deed: 'accepted', to: hands() } });
  }, 60_000);

  describe('on a ticket', () => {
    let ticket: string;
    const use = (serial: string | undefined, sending: object = {}) =>
      office.ticket(
        'ConsumePart',
        ticket,
        { visit: 1, sku, quantity: 1, ...(serial !== undefined && { serial }) },
        { occurredAt: at('10:30'), ...sending },
      );

    beforeEach(async () => {
      ticket = newId();
      const past = JSON.stringify(working).replaceAll(LI_WEI.id, technician);
      await office.begin(ticket, JSON.parse(past) as typeof working);
      await receive(['SN-1', 'SN-2', 'SN-3']);
      await issue(['SN-1', 'SN-2'], hands(), 'I-1');
      await accept('I-1');
    });

    test('[R12] a piece is used out of the hands in which it is, and only once', async () => {
      await use('sn-1');
      expect(await piece('SN-1')).toMatchObject({ last: { deed: 'used', ticket, entry: 1 } });
      expect(await booked(hands())).toBe(1000);
      await expect(use(undefined)).rejects.toMatchObject({ code: 'serials-missing' });
      for (const serial of ['SN-1', 'SN-3', 'SN-none'])
        await expect(use(serial)).rejects.toMatchObject({ article: 'R12' });
      expect(await booked(hands())).toBe(1000);
    });

    test('[R12] corrected to another piece, the one is in hand again and the other is used', async () => {
      await use('SN-1');
      const correction = { entry: 1, serial: 'SN-2', reason: '看错' };
      await office.ticket('CorrectPart', ticket, correction, { occurredAt: at('11:00') });
      expect([await piece('SN-1'), await piece('SN-2'), await booked(hands())]).toMatchObject([
        { last: { deed: 'not-used', place: hands() } },
        { last: { deed: 'used', ticket, entry: 1 } },
        1000,
      ]);
      const withdrawal = { entry: 1, withdrawn: true, reason: '未更换' };
      await office.ticket('CorrectPart', ticket, withdrawal, { occurredAt: at('11:10') });
      expect([await piece('SN-2'), await booked(hands())]).toMatchObject([
        { last: { deed: 'not-used', place: hands() } },
        2000,
      ]);
    });

    test('[R12] told late of a piece that is elsewhere, it is uncovered, and explained when it arrives', async () => {
      await use('SN-3', { receivedAt: at('18:00') });
      expect([await piece('SN-3'), await booked(hands())]).toMatchObject([
        { last: { deed: 'received', place: 'main' }, uncovered: [{ ticket, entry: 1 }] },
        2000,
      ]);
      const late = { ...by, occurredAt: at('10:00'), receivedAt: at('18:00') };
      const data = { place: 'main', to: hands(), slip: 'I-2', ...named('SN-3') };
      await office.stockOf('IssueMaterial', sku, data, late);
      await accept('I-2', '10:10');
      expect([await piece('SN-3'), await booked(hands()), await booked('main')]).toMatchObject([
        { last: { deed: 'used', ticket, entry: 1 } },
        2000,
        0,
      ]);
    });
  });
});
