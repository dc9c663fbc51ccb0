import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { rowsIn, rowsOf } from '@app/projections/src/testing/given-events.js';
import type { PieceEvent, PieceMove } from '../../domain/piece/piece.events.js';
import { pieceList, pieceStays } from './piece-list.projection.js';

const of = { sku: 'BOARD-7', serial: 'SN-1' };
const entry = { ticket: 'T-1', visit: 1, entry: 1 };
const event = eventOf<PieceEvent>(STOREKEEPER);
const moved = (number: number, data: PieceMove, time: string) =>
  event('PieceMoved', { ...of, number, ...data }, time);
const past = [
  moved(1, { deed: 'received', place: 'main', slip: 'R-1' }, '08:00'),
  moved(2, { deed: 'issued', place: 'main', to: 'hands-li-wei', slip: 'I-1' }, '09:00'),
  moved(3, { deed: 'accepted', place: 'main', to: 'hands-li-wei', slip: 'I-1' }, '09:30'),
  moved(4, { deed: 'used', place: 'hands-li-wei', ...entry }, '10:00'),
  moved(5, { deed: 'not-used', place: 'hands-li-wei', ...entry, since: at('09:30') }, '11:00'),
];
const told = (...events: readonly PieceEvent[]) => recorded('piece-BOARD-7:SN-1', events);

test('[R12] the list of pieces says where each is, and what became of it last', () => {
  const row = (count: number) => [...rowsOf(pieceList, told(...past.slice(0, count))).values()];
  expect(row(2)).toMatchObject([
    { id: 'BOARD-7:SN-1', place: null, deed: 'issued', to: 'hands-li-wei', since: at('09:00') },
  ]);
  expect(row(3)).toMatchObject([{ place: 'hands-li-wei', deed: 'accepted' }]);
  expect(row(4)).toMatchObject([{ place: null, deed: 'used', ticket: 'T-1' }]);
  expect(row(5)).toMatchObject([{ place: 'hands-li-wei', since: at('09:30') }]);
});

test('[R12] a use that is uncovered stands beside where the piece is, until it is explained or withdrawn', () => {
  const lacking = event('PieceUseUncovered', { ...of, place: 'hands-li-wei', ...entry }, '08:30');
  const gone = event('PieceUseWithdrawn', { ...of, place: 'hands-li-wei', ...entry }, '12:00');
  const row = (...events: PieceEvent[]) => [...rowsOf(pieceList, told(...events)).values()];
  expect(row(past[0]!, lacking)).toMatchObject([{ place: 'main', uncovered: 'T-1' }]);
  expect(row(past[0]!, lacking, gone)).toMatchObject([{ place: 'main', uncovered: null }]);
  expect(row(past[0]!, lacking, ...past.slice(1, 4))).toMatchObject([{ uncovered: null }]);
});

test('[R16] its stays say where it was, from when until when, and what was not used never left', () => {
  const stays = [...rowsIn(pieceList, pieceStays, told(...past)).values()].map(
    ({ place, fromAt, untilAt }) => [place, fromAt, untilAt],
  );
  expect(stays).toEqual([
    ['main', at('08:00'), at('09:00')],
    ['hands-li-wei', at('09:30'), at('10:00')],
    ['hands-li-wei', at('09:30'), null],
  ]);
});
