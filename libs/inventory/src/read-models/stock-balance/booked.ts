import { fen, type Instant } from '@app/kernel';
import {
  changeOf,
  DIRECTIONS,
  happenedAt,
  type Movement,
  type PriceDifferenceBooked,
} from '../../contract.js';

/** What changes how many there are, or what they are worth. */
export type Booked = Movement | PriceDifferenceBooked;

/** When it counts, in ledger and report. */
export function bookedAt(event: Booked): Instant {
  return event.type === 'PriceDifferenceBooked' ? event.occurredAt : happenedAt(event);
}

/** By how much it changes both, as decimal digits; below zero: out. */
export function changeBy(event: Booked): { readonly thousandths: string; readonly fen: string } {
  if (event.type === 'PriceDifferenceBooked')
    return { thousandths: '0', fen: fen(event.data.difference).toString() };
  const value = BigInt(DIRECTIONS[event.type]) * fen(event.data.value);
  return { thousandths: changeOf(event).toString(), fen: value.toString() };
}

export function sum(before = '0', change: string): string {
  return (BigInt(before) + BigInt(change)).toString();
}
