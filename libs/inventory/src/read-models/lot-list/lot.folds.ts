import type { Recorded, TableFold } from '@app/projections';
import { lotChangesOf } from '../../contract.js';
import { bookedAt, type Booked } from '../stock-balance/booked.js';
import { LotMoveRow, LotRow } from './lot.rows.js';

interface Change {
  readonly lot: string;
  readonly thousandths: number;
  readonly expires?: string;
}

function changesOf(event: Booked): readonly Change[] {
  return event.type === 'PriceDifferenceBooked' ? [] : lotChangesOf(event);
}

/** What there is of each lot, and where (R12); of what has gone there is no row. */
export const lotBalances: TableFold<LotRow, Booked> = {
  row: LotRow,
  keysOf: (event) => changesOf(event).map(({ lot }) => balanceKey(event, lot)),
  evolve(row, event, id) {
    const change = changesOf(event).find(({ lot }) => id === balanceKey(event, lot))!;
    const thousandths = BigInt(row?.thousandths ?? '0') + BigInt(change.thousandths);
    if (thousandths === 0n) return undefined;
    const { sku, place } = event.data;
    const dates = [row?.expires, change.expires].flatMap((each) => each ?? []);
    const [expires = null] = dates.toSorted();
    return { id, sku, lot: change.lot, place, thousandths: thousandths.toString(), expires };
  },
};

function balanceKey({ data: { sku, place } }: Booked, lot: string): string {
  return `${sku}:${lot}:${place}`;
}

/** Where each lot went, whose hands it was in and on which tickets it was used (R12): what a recall asks. */
export const lotMoves: TableFold<LotMoveRow, Booked> = {
  row: LotMoveRow,
  begins: 'always',
  keysOf: (event) => moved(event).map(({ lot }) => moveKey(event, lot)),
  evolve(_, event, id) {
    const { lot, thousandths } = moved(event).find((each) => id === moveKey(event, each.lot))!;
    const { sku, place } = event.data;
    const { to = null, ticket = null, customer = null, slip = null } = event.data as Papers;
    return {
      ...{ id, sku, lot, kind: event.type, place, to },
      ...{ thousandths: thousandths.toString(), occurredAt: bookedAt(event) },
      ...{ ticket, customer, slip },
    };
  },
};

type Papers = Partial<Record<'to' | 'ticket' | 'customer' | 'slip', string>>;

/** The lots that it moves, and the one that an entry of a ticket names without having had it in hand. */
function moved(event: Booked): readonly Change[] {
  const changes = changesOf(event);
  const named = event.type === 'MaterialUsed' ? event.data.lot : undefined;
  if (named === undefined || changes.some(({ lot }) => lot === named)) return changes;
  return [...changes, { lot: named, thousandths: 0 }];
}

function moveKey({ position }: Recorded<Booked>, lot: string): string {
  return `${position.toString().padStart(20, '0')}:${lot}`;
}
