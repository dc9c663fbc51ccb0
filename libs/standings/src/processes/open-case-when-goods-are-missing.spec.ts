import { describe, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { DifferenceExplained, StockEvent } from '@app/inventory';
import type { DomainEvent } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { openCaseWhenGoodsAreMissing } from './open-case-when-goods-are-missing.js';

const { given } = processOf(openCaseWhenGoodsAreMissing);
const event = eventOf<StockEvent | DifferenceExplained>(STOREKEEPER);
const HANDS = 'hands-he-ying';

interface Said {
  readonly sku?: string;
  readonly place?: string;
  readonly countedAt?: string;
  readonly quantity?: number;
}
const of = ({ sku = 'CAP-35', place = HANDS }: Said) => ({ sku, place, stocktake: 'ST-1' });
const at9 = at('09:00');
const adjusted = (value: string, { countedAt = at9, quantity = -1, ...said }: Said = {}) =>
  event(
    'StockAdjusted',
    { ...of(said), countedAt, counted: 1, book: 1 - quantity, quantity, value },
    at('17:00'),
  );
const upheld = (value: string, quantity = 1, said: Said = {}) =>
  event(
    'StockCountUpheld',
    { ...of(said), countedAt: at9, quantity, value, toldLate: 'MaterialSold' },
    at('17:30'),
  );
const explained = (said: Said = {}) =>
  event('DifferenceExplained', { ...of(said), explanation: '三月五日已售出，未登记' }, at('10:00'));
const inOrder = (...events: readonly DomainEvent[]) => recorded('stocktake-ST-1', events);

const records = (
  amount: string,
  { employee = 'he-ying', told = at('17:05'), counted = at9 } = {},
) => ({
  deadline: employee,
  at: told,
  send: {
    category: 'standing',
    id: employee,
    type: 'RecordShortage',
    data: { employee, year: '2026', stocktake: 'ST-1', at: counted, amount },
  },
});

test('[D22] what is missing of one’s goods is told together, once its lines are booked', () => {
  const later = adjusted('-4000.00', { sku: 'FAN-2', countedAt: at('08:59') });
  given(...inOrder(adjusted('-6000.00'), later)).thenCommands(
    records('6000.00'),
    records('10000.00', { counted: at('08:59') }),
  );
});

test('[D22] what was explained before it was approved is not missing, nor does too much make up for it', () => {
  given(...inOrder(explained(), adjusted('-6000.00'))).thenCommands(records('0.00'));
  given(
    ...inOrder(adjusted('-6000.00'), adjusted('7000.00', { sku: 'FAN-2', quantity: 1 })),
  ).thenCommands(records('6000.00'), records('6000.00'));
});

test('[D22] a movement that is told later and explains it is told too', () => {
  given(...inOrder(adjusted('-10000.00'), upheld('10000.00'))).thenCommands(
    records('10000.00'),
    records('0.00', { told: at('17:35') }),
  );
});

test('[D22] people are kept apart, and what is in a store is in nobody’s charge', () => {
  const others = adjusted('-5.00', { place: 'hands-qin-yu' });
  given(...inOrder(adjusted('-1.00'), others, adjusted('-9.00', { place: 'main' }))).thenCommands(
    records('1.00'),
    records('5.00', { employee: 'qin-yu' }),
  );
});

describe('[D22] a movement that is told later and explains pieces that were missing', () => {
  const later = { told: at('17:35') };

  test.each([
    // The other pieces have become dearer, or cheaper, since the count was approved.
    ['all of them, at less than they were worth', ['-66.67', -2], ['66.66', 2], '0.00'],
    ['all of them, at much less', ['-12000.00', -1], ['7000.00', 1], '0.00'],
    ['more than had been missing', ['-12.00', -1], ['24.00', 2], '0.00'],
    ['some of them, at more', ['-12000.00', -2], ['11000.00', 1], '6000.00'],
    ['some of them, to the fen, half a fen rounded up', ['-0.05', -2], ['0.02', 1], '0.03'],
    ['parts of a unit', ['-30.00', -0.3], ['10.00', 0.1], '20.00'],
  ] as const)('%s', (_, [value, quantity], [explains, of], left) => {
    given(...inOrder(adjusted(value, { quantity }), upheld(explains, of))).thenCommands(
      records(value.slice(1)),
      records(left, later),
    );
  });

  test('and one that had come in makes more of them missing, as each was worth then', () => {
    given(...inOrder(adjusted('-12.00'), upheld('-10.00', -1))).thenCommands(
      records('12.00'),
      records('24.00', later),
    );
    const none = adjusted('0.00', { quantity: 0 });
    given(...inOrder(none, upheld('-10.00', -1))).thenCommands(
      records('0.00'),
      records('10.00', later),
    );
  });
});
