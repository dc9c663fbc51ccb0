import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TicketEvent } from '../../contract.js';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { arrived, opened, scheduled } from '../../testing/past.js';
import { event } from '../../testing/ticket.builders.js';
import { ticketDetailModel } from '../ticket-detail/ticket-detail.read-model.js';
import { RepeatFaultsHandler, RepeatFaultsQuery } from './repeat-faults.query.js';
import { UnitHistoryHandler, UnitHistoryQuery } from './unit-history.query.js';
import { unitVisitsModel } from './unit-visits.read-model.js';

let readSide: ReadSide;

const checked = (unit: string, product: string, occurredAt: string): TicketEvent => ({
  ...event('EntitlementChecked', {
    visit: 1,
    by: 'document',
    reference: 'W-1',
    entitlement: { kind: 'chargeable' },
    unit: { unit, product },
  }),
  occurredAt,
});
const part = (entry: number, sku: string) =>
  event('PartConsumed', { visit: 1, entry, technician: 'li-wei', sku, quantity: 1 });
const repaired = (cause: 'company-product' | 'external', restored = true) =>
  event('RepairCompleted', { visit: 1, cause, testResult: '12.1 V', restored, photos: [] });

beforeAll(async () => {
  readSide = await ReadSide.start(ticketDetailModel, unitVisitsModel);
  const happened = (ticket: string, ...events: TicketEvent[]) =>
    readSide.happened(ticket, opened({ ticket, fault: '无声' }), scheduled(), arrived(), ...events);
  const withdrawn = event('PartWithdrawn', {
    ...{ visit: 1, entry: 2, technician: 'li-wei', reason: '未用' },
    before: { sku: 'CAP', quantity: 1 },
  });
  const first = [part(1, 'CAP'), part(2, 'CAP'), withdrawn, repaired('company-product', false)];
  await happened('A', checked('U-1', '广播', '2026-03-01T16:00:00.000Z'), ...first);
  await happened('B', checked('U-1', '广播', '2026-03-03T15:59:59.999Z'), repaired('external'));
  await happened('C', checked('U-2', '广播', '2026-03-02T02:00:00.000Z'));
  await happened('D', checked('U-3', '门禁', '2026-03-02T02:00:00.000Z'));
  await happened('E', checked('U-3', '门禁', '2026-03-03T16:00:00.000Z'));
  await happened('F', repaired('external'), checked('U-9', '灯', '2026-03-02T03:00:00.000Z'));
  await happened(
    'G',
    event('EntitlementChecked', {
      ...{ visit: 1, by: 'override', overrideReason: '召回' },
      entitlement: { kind: 'in-warranty' },
    }),
  );
});

afterAll(() => readSide.stop());

describe('[R9] products whose units come back', () => {
  const faults = async (from: string, until: string, times = 2) => {
    const handler = new RepeatFaultsHandler(readSide.asOf, readSide.dataSource);
    const span = { from, until, times };
    const head = await readSide.store.head();
    return (await handler.execute(new RepeatFaultsQuery(span, head))).items;
  };
  const broadcast = {
    product: '广播',
    ...{ units: 2, tickets: 3, ownFaults: 1, notRestored: 1 },
    repeated: [{ unit: 'U-1', tickets: ['A', 'B'] }],
  };

  test('are told over a span of days, its first and last included, with what they came from', async () => {
    expect(await faults('2026-03-02', '2026-03-03')).toEqual([broadcast]);
    expect(await faults('2026-03-03', '2026-03-03')).toEqual([]);
    expect(await faults('2026-03-02', '2026-03-02')).toEqual([]);
  });

  test('are those of which a unit came back as often as is asked for, the most such units first', async () => {
    expect(await faults('2026-03-01', '2026-03-31')).toMatchObject([
      { product: '广播' },
      { product: '门禁', units: 1, tickets: 2 },
    ]);
    expect(await faults('2026-03-01', '2026-03-31', 3)).toEqual([]);
  });
});

describe('[R8] the history of a unit', () => {
  const unit = {
    status: 'in-use',
    components: [
      { barcode: 'BC-1', name: '功放', replacedBy: 'BC-2', ticket: 'D' },
      { barcode: 'BC-2', name: '功放' },
    ],
  };
  const history = async (id: string) => {
    const contexts = new StatedContexts((stream) =>
      stream === 'unit-U-1' ? unit : { status: 'none' },
    );
    const handler = new UnitHistoryHandler(readSide.asOf, readSide.dataSource, contexts);
    return handler.execute(new UnitHistoryQuery(id, await readSide.store.head()));
  };

  test('has the tickets on which it was found or a component of it swapped, with parts and readings', async () => {
    const { tickets, components } = await history('U-1');
    expect(components).toEqual(unit.components);
    expect(tickets.map(({ ticket }) => ticket).toSorted()).toEqual(['A', 'B', 'D']);
    expect(tickets.find(({ ticket }) => ticket === 'A')).toMatchObject({
      fault: '无声',
      visits: [
        {
          unit: { unit: 'U-1' },
          parts: [{ entry: 1, sku: 'CAP', quantity: 1 }],
          readings: [{ testResult: '12.1 V', cause: 'company-product', restored: false }],
        },
      ],
    });
    const swapped = tickets.find(({ ticket }) => ticket === 'D');
    expect(swapped?.visits).toMatchObject([{ unit: { unit: 'U-3' } }]);
  });

  test('is of a unit on file', async () => {
    await expect(history('U-2')).rejects.toThrow('unknown-unit');
  });
});
