import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { MaterialUsed, MaterialUseTakenBack, UncoveredUseExplained } from '@app/inventory';
import { DISPATCHER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { ExtraIncomeReckoned } from '@app/tickets';
import { proposeAShareWhenExtraIncomeIsHandedOver } from './propose-a-share-when-extra-income-is-handed-over.js';

const { given } = processOf(proposeAShareWhenExtraIncomeIsHandedOver);
const event = eventOf<
  ExtraIncomeReckoned | MaterialUsed | MaterialUseTakenBack | UncoveredUseExplained
>(DISPATCHER);

type Reckoned = Partial<ExtraIncomeReckoned['data']>;
const reckoned = (income: string, more: Reckoned = {}, time = at('17:00')) =>
  event(
    'ExtraIncomeReckoned',
    { visit: 1, income, earners: ['li-wei'], weights: [1], parts: [2], ...more },
    time,
  );
const moved = { sku: 'ALARM', place: 'hands-li-wei', quantity: 1, ticket: 'T-1', visit: 1 };
const used = (value: string, entry = 2) => event('MaterialUsed', { ...moved, entry, value });
const back = (value: string) =>
  event('MaterialUseTakenBack', { ...moved, entry: 2, value, usedAt: at('09:00') });
const explained = (value: string) =>
  event('UncoveredUseExplained', { ...moved, entry: 2, value }, at('18:00'));

const of = (...events: Parameters<typeof recorded>[1]) => recorded('ticket-T-1', events);
const ofStock = (...events: Parameters<typeof recorded>[1]) =>
  recorded('stock-hands-li-wei:ALARM', events);
const WHOLE = { before: 0, weight: 1, of: 1 };
const proposes = (
  employee: string,
  said: { income: string; costs?: string; portion?: typeof WHOLE },
  happenedAt = at('17:00'),
) => {
  const { income, costs = '0.00', portion = WHOLE } = said;
  const year = '2026';
  const facts = `T-1/1 上门的额外服务收入 ${income} 元已及时上交，材料成本 ${costs} 元 / the extra service of visit T-1/1 brought ${income} yuan, handed over in time, and cost ${costs} yuan of parts`;
  return {
    category: 'standing',
    id: employee,
    type: 'ProposeShare',
    data: { employee, year, facts, happenedAt, matter: 'T-1/1', income, costs, portion },
  };
};

test('[D30] whoever earned it gets their part of the income less what its parts cost at their issue', () => {
  given(...of(reckoned('600.00'))).thenCommands(proposes('li-wei', { income: '600.00' }));
  given(
    ...ofStock(used('80.00'), used('9.00', 3), used('20.00')),
    ...of(reckoned('600.00')),
  ).thenCommands(proposes('li-wei', { income: '600.00', costs: '100.00' }));
});

test('[D30] several get each their part, as stated; one after the other they make the whole', () => {
  const stated = { earners: ['li-wei', 'wang-fang', 'user:operator'], weights: [2, 1, 1] };
  given(...of(reckoned('600.00', stated))).thenCommands(
    proposes('li-wei', { income: '600.00', portion: { before: 0, weight: 2, of: 4 } }),
    proposes('wang-fang', { income: '600.00', portion: { before: 2, weight: 1, of: 4 } }),
  );
});

test('[D30] a part that costs more or less than was known proposes it anew', () => {
  given(
    ...ofStock(used('80.00')),
    ...of(reckoned('600.00')),
    ...ofStock(explained('20.00'), back('80.00'), used('5.00', 9)),
  ).thenCommands(
    proposes('li-wei', { income: '600.00', costs: '80.00' }),
    proposes('li-wei', { income: '600.00', costs: '100.00' }),
    proposes('li-wei', { income: '600.00', costs: '20.00' }),
  );
});

test('[D30] said anew it is of the year in which it was first handed over, and told all who had part in it', () => {
  const first = '2026-12-31T15:59:00.000Z';
  const others = { earners: ['wang-fang'] };
  given(
    ...of(reckoned('600.00', {}, first), reckoned('550.00', others, at('09:00', 400))),
  ).thenCommands(
    proposes('li-wei', { income: '600.00' }, first),
    proposes('li-wei', { income: '550.00', portion: { before: 0, weight: 0, of: 1 } }, first),
    proposes('wang-fang', { income: '550.00' }, first),
  );
});

test('[D30] tickets and visits are kept apart', () => {
  given(
    ...recorded('ticket-T-2', [reckoned('600.00')]),
    ...of(reckoned('50.00')),
    ...ofStock(used('1.00')),
  ).thenCommands(
    { ...proposes('li-wei', { income: '600.00' }), data: expectTicket('T-2/1', '600.00') },
    proposes('li-wei', { income: '50.00' }),
    proposes('li-wei', { income: '50.00', costs: '1.00' }),
  );
});

function expectTicket(matter: string, income: string) {
  const { data } = proposes('li-wei', { income });
  return { ...data, matter, facts: data.facts.replaceAll('T-1/1', matter) };
}
