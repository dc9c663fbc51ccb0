import { describe, expect, test } from '@jest/globals';
import type { Instant } from '@app/kernel';
import { LI_WEI, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { pieceDecider } from './piece.decider.js';
import type { PieceEvent, PieceMove } from './piece.events.js';

const { given, ask, event } = specify(pieceDecider, STOREKEEPER, (_, data) => [
  'stocktake' in data ? 'R16' : 'R12',
]);
const of = { sku: 'BOARD-7', serial: 'SN-1' };
const place = 'main';
const to = 'hands-li-wei';
const entry = { ticket: 'T-1', visit: 1, entry: 1 };
const move = (data: PieceMove & { explains?: boolean; seenAt?: Instant }, time = '10:00') =>
  ask('MovePiece', { ...of, ...data }, time);
const moved = (number: number, data: PieceMove, time = '08:00') =>
  event('PieceMoved', { ...of, number, ...data }, time);
const received = moved(1, { deed: 'received', place, slip: 'R-1' });
const issued = moved(2, { deed: 'issued', place, to, slip: 'I-1' }, '09:00');
const accepted = moved(3, { deed: 'accepted', place, to, slip: 'I-1' }, '09:30');
const inHands = [received, issued, accepted];
const used = moved(4, { deed: 'used', place: to, ...entry }, '10:00');

describe('[R12] complaint: a serial number in two places', () => {
  const elsewhere = (past: PieceEvent[], data: PieceMove, time?: string) =>
    given(...past)
      .when(move(data, time))
      .thenRefusedUnder('R12', 'piece-is-elsewhere');

  test('it is received once, in capitals or not', () => {
    const there = move({ deed: 'received', place: 'van-1', slip: 'R-2' });
    given()
      .when({ ...there, data: { ...there.data, serial: ' sn-1 ' } })
      .then(moved(1, { deed: 'received', place: 'van-1', slip: 'R-2' }));
    for (const deed of ['received', 'entered', 'found'] as const)
      elsewhere([received], { deed, place: 'van-1' });
  });

  test('it leaves from where it is, and from nowhere else, nor before it came', () => {
    for (const deed of ['issued', 'returned', 'sold', 'scrapped', 'used'] as const) {
      elsewhere([received], { deed, place: 'van-1', to });
      elsewhere([received, issued], { deed, place, to });
      elsewhere([received], { deed, place, to }, '07:59');
      elsewhere([], { deed, place, to });
      given(received).when(move({ deed, place, to })).then(moved(2, { deed, place, to }));
    }
  });

  test('on its way it is neither here nor there, until it is accepted, or comes back', () => {
    const way = { place, slip: 'I-1' };
    given(received, issued)
      .when(move({ deed: 'accepted', ...way, to }))
      .then(accepted);
    given(received, issued)
      .when(move({ deed: 'declined', ...way }))
      .then(moved(3, { deed: 'declined', ...way }));
    elsewhere([received, issued], { deed: 'accepted', place, slip: 'I-2', to });
    elsewhere(inHands, { deed: 'declined', ...way });
  });

  test('what was sold comes back of that sale, and what was used by the correction of that entry', () => {
    const sold = moved(2, { deed: 'sold', place, slip: 'XS-1', customer: '孙丽' });
    given(received, sold)
      .when(move({ deed: 'taken-back', place, slip: 'XS-1' }))
      .then(moved(3, { deed: 'taken-back', place, slip: 'XS-1' }));
    elsewhere([received, sold], { deed: 'taken-back', place, slip: 'XS-2' });
    given(...inHands, used)
      .when(move({ deed: 'not-used', place: to, ...entry }))
      .then(moved(5, { deed: 'not-used', place: to, ...entry, since: at('09:30') }));
    elsewhere([...inHands, used], { deed: 'not-used', place: to, ...entry, entry: 2 });
  });
});

describe('[R12] what was used late out of hands in which it was not', () => {
  const use = { deed: 'used', place: to, ...entry } as const;
  const late = inBatch(move(use, '09:10'));
  const uncovered = event('PieceUseUncovered', { ...of, place: to, ...entry }, '09:10', LI_WEI);

  test('is kept as such, and is explained by what had left for them before', () => {
    given(received, issued).when(late).then(uncovered);
    given(received, issued, uncovered)
      .when(move({ deed: 'accepted', place, slip: 'I-1', to }))
      .then(accepted, moved(4, { deed: 'used', place: to, ...entry }));
    const later = moved(2, { deed: 'issued', place, to, slip: 'I-1' }, '09:20');
    given(received, uncovered, later)
      .when(move({ deed: 'accepted', place, slip: 'I-1', to }))
      .then(accepted);
  });

  test('is explained as of its arrival, where it was on its way to them and has arrived by now', () => {
    const explained = moved(4, { deed: 'used', place: to, ...entry });
    const told = given(...inHands).when(late);
    told.then(uncovered, explained);
    expect(told.events().map(({ occurredAt }) => occurredAt)).toEqual([at('09:10'), at('09:30')]);
    const before = event('PieceUseUncovered', { ...of, place: to, ...entry }, '08:59', LI_WEI);
    given(...inHands)
      .when(inBatch(move(use, '08:59')))
      .then(before);
  });

  test('is explained as of itself by what turns out to have been there before, whatever paper says so', () => {
    const other = { ticket: 'T-2', visit: 1, entry: 7 };
    const lacking = (time: '11:00' | '09:10') =>
      event('PieceUseUncovered', { ...of, place: to, ...other }, time);
    const sold = moved(4, { deed: 'sold', place: to, slip: 'XS-1' }, '10:00');
    const onward = moved(4, { deed: 'issued', place: to, to: 'van-1', slip: 'I-2' }, '10:00');
    for (const [past, data] of [
      [[...inHands, used, lacking('11:00')], { deed: 'not-used', place: to, ...entry }],
      // It had left for these hands when it was used.
      [[...inHands, used, lacking('09:10')], { deed: 'not-used', place: to, ...entry }],
      [[...inHands, sold, lacking('11:00')], { deed: 'taken-back', place: to, slip: 'XS-1' }],
      [[...inHands, onward, lacking('11:00')], { deed: 'declined', place: to, slip: 'I-2' }],
      [[lacking('11:00')], { deed: 'entered', place: to }],
    ] as [PieceEvent[], PieceMove][]) {
      const [, explained, ...none] = given(...past)
        .when(move(data, '10:30'))
        .events();
      expect([explained?.data, none]).toMatchObject([{ deed: 'used', place: to, ...other }, []]);
      const isOnItsWay = past.at(-1)!.occurredAt === at('09:10');
      expect(explained!.occurredAt).toBe(at(isOnItsWay ? '09:30' : '11:00'));
    }
  });

  test('is not explained by what a count has seen there since, nor by what came only later', () => {
    const early = event('PieceUseUncovered', { ...of, place: to, ...entry, entry: 7 }, '09:40');
    const withdraw = (seenAt: object) =>
      given(...inHands, used, early)
        .when(move({ deed: 'not-used', place: to, ...entry, ...seenAt }))
        .events();
    expect(withdraw({})).toHaveLength(2);
    expect(withdraw({ seenAt: at('09:45') })).toHaveLength(1);
    const sold = moved(4, { deed: 'sold', place: to, slip: 'XS-1' }, '10:00');
    const back = given(...inHands, sold, early)
      .when(move({ deed: 'taken-back', place: to, slip: 'XS-1' }, '10:30'))
      .events();
    expect(back).toHaveLength(1);
  });

  test('is withdrawn by its correction, and changes nothing of where it is', () => {
    given(received, uncovered)
      .when(move({ ...use, deed: 'not-used' }))
      .then(event('PieceUseWithdrawn', { ...of, place: to, ...entry }));
    const withdrawn = event('PieceUseWithdrawn', { ...of, place: to, ...entry });
    given(received, uncovered, withdrawn)
      .when(move({ deed: 'scrapped', place }))
      .then(moved(2, { deed: 'scrapped', place }));
  });

  test('of a material that is counted alone nothing is kept', () => {
    const alone = move(use);
    given()
      .when({ ...alone, data: { ...alone.data, untracked: true } })
      .thenNothing();
  });
});

describe('[R16] a count', () => {
  const count = { place, stocktake: 'ST-1', countedAt: at('09:00') };
  const missed = { deed: 'missing', ...count } as const;
  const missing = moved(2, { ...missed, since: at('09:00') }, '18:00');

  test('misses what was there at its moment, and finds what is nowhere', () => {
    given(received).when(move(missed, '18:00')).then(missing);
    given(received, issued).when(move(missed, '18:00')).thenRefusedUnder('R12');
    const came = moved(1, { deed: 'received', place, slip: 'R-1' }, '09:01');
    given(came).when(move(missed, '18:00')).thenRefusedUnder('R12');
    const found = { deed: 'found', ...count, place: 'van-1' } as const;
    given()
      .when(move(found, '18:00'))
      .then(moved(1, { ...found, since: at('09:00') }));
    given(received, missing)
      .when(move(found, '18:30'))
      .then(moved(3, { ...found, since: at('09:00') }));
  });

  test('is explained by what is told late of where its missing piece had gone before it, and not after it', () => {
    const gone = { deed: 'issued', place, to, slip: 'I-1' } as const;
    given(received, missing)
      .when(move({ ...gone, explains: true }, '08:30'))
      .then(moved(3, gone));
    for (const time of ['07:59', '09:01'])
      given(received, missing)
        .when(move({ ...gone, explains: true }, time))
        .thenRefusedUnder('R12');
    given(received)
      .when(move({ ...gone, explains: true }, '08:30'))
      .thenRefusedUnder('R12');
  });
});
