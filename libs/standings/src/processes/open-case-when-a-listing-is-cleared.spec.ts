import { describe, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { ListedGoodsTakenBack, ListingCleared } from '@app/inventory';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { openCaseWhenAListingIsCleared } from './open-case-when-a-listing-is-cleared.js';

const { given } = processOf(openCaseWhenAListingIsCleared);
const cleared = (clearedAt: string, ...sellers: ListingCleared['data']['sellers']) =>
  recorded('listing-CAP-35', [
    eventOf<ListingCleared>(STOREKEEPER)('ListingCleared', {
      ...{ sku: 'CAP-35', number: 2, quantity: 10, until: '2027-02-01T00:00:00.000Z' },
      ...{ clearedAt, sellers },
    }),
  ]);
const opens = (employee: string, year: string, happenedAt: string, sold: number) => ({
  ...{ category: 'standing', id: employee, type: 'OpenCase' },
  data: {
    ...{ employee, year, article: 'D15', clause: 'slow-moving', matter: 'CAP-35/2', happenedAt },
    facts: `滞销品 CAP-35（第 2 次列入）共 10 于期限内出清，其中本人售出 ${sold} / the 10 of CAP-35 that were listed as slow-moving (listing 2) were sold within the term, ${sold} of them by the employee`,
  },
});

test.each([
  ['2026-12-31T15:59:59.999Z', '2026'],
  ['2026-12-31T16:00:00.000Z', '2027'],
])('[D15] goods cleared at %s open a case of %s, of each who sold of them', (at, year) => {
  given(
    ...cleared(at, { seller: 'wu-ting', quantity: 7 }, { seller: 'qian-jun', quantity: 3 }),
  ).thenCommands(opens('wu-ting', year, at, 7), opens('qian-jun', year, at, 3));
});

describe('[D15] what comes back of a listing that was cleared', () => {
  const CLEARED_AT = '2027-01-20T02:00:00.000Z';
  const by = [
    { seller: 'wu-ting', quantity: 7 },
    { seller: 'qian-jun', quantity: 3 },
  ];
  const opened = [
    opens('wu-ting', '2027', CLEARED_AT, 7),
    opens('qian-jun', '2027', CLEARED_AT, 3),
  ];
  const back = (at: string, number = 2) =>
    recorded('listing-CAP-35', [
      eventOf<ListedGoodsTakenBack>(STOREKEEPER)('ListedGoodsTakenBack', {
        ...{ sku: 'CAP-35', number, place: 'main', slip: 'XS-1', seller: 'wu-ting' },
        ...{ at, quantity: 1, left: 1 },
      }),
    ]);
  const withdraws = (employee: string) => ({
    ...{ category: 'standing', id: employee, type: 'WithdrawCase' },
    data: {
      ...{ employee, year: '2027', article: 'D15', matter: 'CAP-35/2', happenedAt: CLEARED_AT },
    },
  });

  test('within the term withdraws the case of each who sold of it, once', () => {
    given(
      ...cleared(CLEARED_AT, ...by),
      ...back('2027-01-31T23:59:59.999Z'),
      ...back('2027-01-31T23:59:59.999Z'),
    ).thenCommands(...opened, withdraws('wu-ting'), withdraws('qian-jun'));
  });

  test('after the term, of another listing, or before it was cleared withdraws none', () => {
    given(
      ...back('2027-01-10T00:00:00.000Z'),
      ...cleared(CLEARED_AT, ...by),
      ...back('2027-02-01T00:00:00.000Z'),
      ...back('2027-01-25T00:00:00.000Z', 1),
    ).thenCommands(...opened);
  });

  test('and is sold once more is a clearing of its own', () => {
    const again = '2027-01-30T02:00:00.000Z';
    given(
      ...cleared(CLEARED_AT, ...by),
      ...back('2027-01-25T00:00:00.000Z'),
      ...cleared(again, by[0]!),
    ).thenCommands(
      ...opened,
      withdraws('wu-ting'),
      withdraws('qian-jun'),
      opens('wu-ting', '2027', again, 7),
    );
  });
});
