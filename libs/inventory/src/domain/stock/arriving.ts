import { notBefore, type Command } from '@app/kernel';
import { happened } from '@app/policy';
import { isConfirmedBy } from '../hands/confirmed-by.js';
import { handsAt } from '../location/location.js';
import { explainedBy } from './explained-by.js';
import { isKeptBy, isStores } from './keepers.js';
import { onPaper } from './lot.js';
import { unitsOf } from './quantity.js';
import { restoredFrom } from './reserving.js';
import type { OnItsWay, Stock, StockState } from './stock.books.js';
import type { AcceptMaterial, DeclineMaterial } from './stock.commands.js';
import { noSuchSlip, notTheReceiver } from './stock.errors.js';
import type { StockEvent } from './stock.events.js';
import { evolveStock } from './stock.state.js';

/** The receiver has it, by their own sign-in or their signature; whoever keeps stores for a location. */
export function acceptMaterial(command: AcceptMaterial, stock: Stock): readonly StockEvent[] {
  const way = wayOf(command, stock);
  const { signature } = command.data;
  const receiver = handsAt(way.to);
  const isConfirmed = receiver === undefined ? isStores(command) : isConfirmedBy(receiver, command);
  if (!isConfirmed) throw notTheReceiver(way.to);
  notBefore(command, way.issuedAt);
  const { issuedAt } = way;
  const accepted = { ...movedOn(command, way), issuedAt, ...(signature && { signature }) };
  return [happened(command, 'MaterialAccepted', accepted, ['R12'])];
}

/** It is back where it came from, at its value: the receiver did not take it, or it was called back. */
export function declineMaterial(command: DeclineMaterial, stock: Stock): readonly StockEvent[] {
  const way = wayOf(command, stock);
  if (!isStores(command) && !isKeptBy(command, way.to)) throw notTheReceiver(way.to);
  notBefore(command, way.issuedAt);
  const { reason } = command.data;
  const data = { ...movedOn(command, way), reason };
  const declined = happened(command, 'MaterialDeclined', data, ['R12']);
  const coming = { some: data, at: declined.occurredAt };
  return [
    declined,
    ...restoredFrom(command, way),
    ...explainedBy(coming, command, evolveStock(stock, declined)!),
  ];
}

function wayOf({ data: { slip } }: Command<string, { slip: string }>, stock: Stock): OnItsWay {
  const way = stock?.ways.find((each) => each.slip === slip);
  if (!way) throw noSuchSlip(slip);
  return way;
}

function movedOn(
  { data: { sku, place } }: Command<string, Pick<StockState, 'sku' | 'place'>>,
  { slip, to, thousandths, value, serials, lots }: OnItsWay,
) {
  const moved = { sku, place, quantity: unitsOf(thousandths), value, slip, to };
  return { ...moved, ...(serials && { serials }), ...(lots && { lots: onPaper(lots) }) };
}
