import type { Command } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from './found.js';
import { handsAt } from '../location/location.js';
import { thousandthsOf, unitsOf } from './quantity.js';
import { reservedIsForItsOwner } from './rules/reserved-is-for-its-owner.js';
import { unusedSlip } from './slips.js';
import {
  availableAt,
  withMemoryOf,
  type OnItsWay,
  type Reservation,
  type Stock,
} from './stock.books.js';
import type {
  EndReservation,
  KnownReceiver,
  ReleaseReservation,
  ReserveMaterial,
} from './stock.commands.js';
import { endsBeforeItBegins, intoHands, neverStocked, noSuchSlip } from './stock.errors.js';
import { notForThat, reservedForAnother } from './reservation.errors.js';
import type { StockEvent } from './stock.events.js';
import { servedBefore, servedWith, standingAt } from './stock.reservations.js';
import type { StockId } from './stock.state.js';

/** So many are kept for the owner of a system, now or as soon as they come, until a certain time (B2). */
export function reserveMaterial(command: ReserveMaterial, stock: Stock): readonly StockEvent[] {
  const { data, known, occurredAt } = command;
  if (!stock) throw neverStocked();
  if (handsAt(data.place) !== undefined) throw intoHands();
  thousandthsOf(data.quantity, known.decimals);
  if (data.until <= occurredAt) throw endsBeforeItBegins();
  const { priority = known.comesFirst ? 'urgent' : 'ordinary' } = data;
  const reserved = { ...data, slip: unusedSlip(command, stock), priority };
  return [happened(command, 'MaterialReserved', reserved, ['B2'])];
}

export function releaseReservation(
  command: ReleaseReservation,
  stock: Stock,
): readonly StockEvent[] {
  const { slip, reason } = command.data;
  const reservation = standingAt(stock, command.occurredAt).find((each) => each.slip === slip);
  if (!reservation || reservation.ended) throw noSuchSlip(slip);
  return [ended(command, reservation, { reason })];
}

/** Its time is over; one that was served or released before has nothing to end. */
export function endReservation(command: EndReservation, stock: Stock): readonly StockEvent[] {
  const { slip } = command.data;
  const reservation = stock?.reservations.find((each) => each.slip === slip);
  if (!reservation || reservation.ended || reservation.thousandths === 0) return [];
  return command.occurredAt < reservation.until ? [] : [ended(command, reservation)];
}

function ended(
  command: Command<string, StockId>,
  { slip, customer, thousandths }: Reservation,
  why: { readonly reason?: string } = {},
): StockEvent {
  const { sku, place } = command.data;
  const over = { sku, place, slip, customer, quantity: unitsOf(thousandths), ...why };
  return happened(command, 'ReservationEnded', over, ['B2']);
}

/** For whom something goes out: one reservation by its number, or those of a ticket and its customer. */
interface Going extends StockId {
  readonly quantity: number;
  readonly reservation?: string;
  readonly ticket?: string;
  /** To whom it is sold. */
  readonly customer?: string;
}

type GoesOut = Command<string, Going> & { readonly known: KnownReceiver };

/**
 * What is broken by giving out what is kept for others: told in time it is not given out, told late it
 * was, and that is found.
 *
 * @throws Refused `reserved-for-another` (B2), told in time: for whom, and until when
 * @throws NotFound `unknown-slip`, Invalid `not-for-that-ticket` the reservation that is named
 */
export function keptFromOthers(command: GoesOut, stock: Stock) {
  const { data, occurredAt } = command;
  const queue = standingAt(stock, occurredAt);
  const asked = Math.round(data.quantity * 1000);
  const isMine = ownedBy(command, queue);
  const before = servedBefore(queue, asked, isMine);
  const kept = before.reduce((sum, { thousandths }) => sum + thousandths, 0);
  const available = availableAt(withMemoryOf(stock, command.known.moved), occurredAt);
  if (!reservedIsForItsOwner.brokenBy({ asked, available, kept })) return [];
  if (!toldLate(command)) throw reservedForAnother(data, available, before);
  return [found.reservedIsForItsOwner];
}

/** What goes out with an issue or a sale takes from what was kept for it. */
export function servedBy(command: GoesOut, of: string, stock: Stock): readonly StockEvent[] {
  const queue = standingAt(stock, command.occurredAt);
  const asked = Math.round(command.data.quantity * 1000);
  const { sku, place } = command.data;
  return servedWith(queue, asked, ownedBy(command, queue)).map(({ slip, thousandths }) => {
    const served = { sku, place, slip, quantity: unitsOf(thousandths), of };
    return happened(command, 'ReservationServed', served, ['B2']);
  });
}

/** What did not reach its receiver is kept again. */
export function restoredFrom(
  command: Command<string, StockId>,
  { slip: of, serves = [] }: OnItsWay,
): readonly StockEvent[] {
  const { sku, place } = command.data;
  return serves.map(({ slip, thousandths }) => {
    const restored = { sku, place, slip, quantity: unitsOf(thousandths), of };
    return happened(command, 'ReservationRestored', restored, ['B2']);
  });
}

function ownedBy(
  { data: { ticket, reservation, customer: buyer }, known: { customer } }: GoesOut,
  queue: readonly Reservation[],
): (reservation: Reservation) => boolean {
  const isOfTicket = (each: Reservation) =>
    each.ticket === undefined ? each.customer === customer : each.ticket === ticket;
  if (reservation === undefined) return isOfTicket;
  const named = queue.find(({ slip }) => slip === reservation);
  if (!named) throw noSuchSlip(reservation, '/reservation');
  // Whoever knows its number is not its owner for that.
  const isBuyers = named.ticket === undefined && named.customer === buyer;
  if (!isBuyers && (ticket === undefined || !isOfTicket(named))) throw notForThat(named);
  return ({ slip }) => slip === reservation;
}
