import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import type { PieceEvent, PieceMove } from '../../domain/piece/piece.events.js';
import { pieceListModel } from '../piece-list/piece-list.read-model.js';
import { ExpectedPiecesHandler, ExpectedPiecesQuery } from './expected-pieces.query.js';

const sku = 'BOARD-7';
const hands = 'hands-li-wei';
const entry = { ticket: 'T-1', visit: 1, entry: 1 };

let readSide: ReadSide;

async function moved(serial: string, number: number, data: PieceMove, time: string): Promise<void> {
  const told = eventOf<PieceEvent>(STOREKEEPER)(
    'PieceMoved',
    { sku, serial, number, ...data },
    time,
  );
  await readSide.happenedIn(`piece-${sku}:${serial}`, told);
}

async function expectedAt(time: string, place = hands): Promise<readonly string[]> {
  const asked = new ExpectedPiecesQuery(
    [{ sku, place, at: at(time) }],
    await readSide.store.head(),
  );
  const handler = new ExpectedPiecesHandler(readSide.asOf, readSide.dataSource);
  return (await handler.execute(asked))[0]!;
}

beforeAll(async () => {
  readSide = await ReadSide.start(pieceListModel);
  for (const serial of ['SN-2', 'SN-1']) {
    await moved(serial, 1, { deed: 'received', place: 'main', slip: 'R-1' }, '08:00');
    await moved(serial, 2, { deed: 'issued', place: 'main', to: hands, slip: 'I-1' }, '09:00');
    await moved(serial, 3, { deed: 'accepted', place: 'main', to: hands, slip: 'I-1' }, '09:30');
  }
  await moved('SN-1', 4, { deed: 'used', place: hands, ...entry }, '10:00');
});

afterAll(() => readSide.stop());

test('[R16] a count should have found what was there at its moment, each piece once', async () => {
  expect(await expectedAt('08:30', 'main')).toEqual(['SN-1', 'SN-2']);
  expect(await expectedAt('09:45')).toEqual(['SN-1', 'SN-2']);
  expect(await expectedAt('10:30')).toEqual(['SN-2']);
});

test('[R16] what was not used after all was there all along, and once', async () => {
  const since = at('09:30');
  await moved('SN-1', 5, { deed: 'not-used', place: hands, ...entry, since }, '11:00');
  expect(await expectedAt('09:45')).toEqual(['SN-1', 'SN-2']);
  expect(await expectedAt('10:30')).toEqual(['SN-1', 'SN-2']);
});
