import type { Projection, Recorded, TableFold } from '@app/projections';
import { pieceEvents, placeOf, type PieceEvent, type PieceMoved } from '../../contract.js';
import { PieceRow, PieceStayRow } from './piece-list.row.js';

const sinceOf = ({ data, occurredAt }: Recorded<PieceMoved>) => data.since ?? occurredAt;

/** Where each piece was, and from when until when, by which a count knows what it should have found. */
export const pieceStays: TableFold<PieceStayRow, PieceEvent> = {
  row: PieceStayRow,
  keysOf: (event) => {
    if (event.type !== 'PieceMoved') return [];
    const { sku, serial, number } = event.data;
    return [number - 1, number].map((each) => `${sku}:${serial}:${each}`);
  },
  evolve(row, event, id) {
    if (event.type !== 'PieceMoved') return row;
    const { sku, serial, number } = event.data;
    const at = sinceOf(event);
    if (!id.endsWith(`:${number}`)) return row && { ...row, untilAt: at };
    const place = placeOf(event.data);
    return place === undefined ? undefined : { id, sku, serial, place, fromAt: at, untilAt: null };
  },
};

/** Where each piece with a serial number is. */
export const pieceList: Projection<PieceRow, PieceEvent> = {
  name: 'piece-list',
  version: 1,
  row: PieceRow,
  handles: pieceEvents,
  keysOf: ({ data: { sku, serial } }) => [`${sku}:${serial}`],
  evolve(row, event, id) {
    const before = row ?? nothingOf(id, event);
    switch (event.type) {
      case 'PieceMoved': {
        const { to = null, slip = null, customer = null, ticket = null, deed } = event.data;
        const now = { place: placeOf(event.data) ?? null, deed, to, slip, customer, ticket };
        const isExplained = deed === 'used' && ticket === before.uncovered;
        const uncovered = isExplained ? null : before.uncovered;
        return { ...before, ...now, since: sinceOf(event), uncovered };
      }
      case 'PieceUseUncovered':
        return { ...before, uncovered: event.data.ticket };
      case 'PieceUseWithdrawn':
        return { ...before, uncovered: null };
    }
  },
  beside: [pieceStays],
};

function nothingOf(
  id: string,
  { data: { sku, serial }, occurredAt: since }: Recorded<PieceEvent>,
): PieceRow {
  const nothing = { place: null, deed: null, to: null, slip: null, customer: null, ticket: null };
  return { id, sku, serial, ...nothing, since, uncovered: null };
}
