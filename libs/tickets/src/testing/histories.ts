import fc from 'fast-check';
import { DomainError, plusMinutes } from '@app/kernel';
import type { TicketCommand, TicketEvent } from '../contract.js';
import { ticketDecider } from '../domain/ticket/ticket.decider.js';
import { ticketEventTypes } from '../domain/ticket/ticket.event-types.js';
import { at, event } from './ticket.builders.js';
import { opening, wishes } from './wishes.js';

/** What a ticket went through when these wishes were put one after another; a refused one changed nothing. */
export function history(
  ticket: string,
  puts: readonly (readonly [number, number])[],
): TicketEvent[] {
  let state = ticketDecider.initialState();
  const past: TicketEvent[] = [];
  const put = (wish: TicketCommand) => {
    const events = decided(wish, state);
    for (const event of events) state = ticketDecider.evolve(state, event);
    past.push(...events);
  };
  put(opening(ticket));
  puts.forEach(([wish, pick], index) =>
    put(wishes[wish]!(plusMinutes(at('08:05'), index * 7), pick)),
  );
  return past;
}

/** A visit as it should go, from the file to the reopening: indices of wishes, and how each is put. */
const story: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [2, 0],
  [3, 0],
  [5, 4],
  [6, 0],
  [7, 0],
  [10, 6],
  [11, 0],
  [12, 0],
  [13, 0],
  [16, 0],
  [17, 2],
  [18, 0],
  [14, 0],
  [19, 2],
  [15, 0],
  [20, 0],
  [21, 0],
  [21, 1],
  [22, 0],
  [23, 0],
];

/** The story with parts of it left out, and other wishes put in between. */
export const anyWishes = fc
  .tuple(
    fc.array(fc.nat(9), { minLength: story.length, maxLength: story.length }),
    fc.array(fc.tuple(fc.nat(99), fc.nat(wishes.length - 1), fc.nat(7)), { maxLength: 15 }),
  )
  .map(([kept, others]) =>
    others.reduce<(readonly [number, number])[]>(
      (puts, [place, wish, pick]) => puts.toSpliced(place % (puts.length + 1), 0, [wish, pick]),
      story.filter((_, index) => kept[index]! > 0),
    ),
  );

/** One of each event that a ticket can store, with all that it can carry, the call first. */
export const everyTicketEvent: readonly TicketEvent[] = (
  Object.keys(ticketEventTypes) as TicketEvent['type'][]
).map((type) => event(type, ticketEventTypes[type].sample));

function decided(
  wish: TicketCommand,
  state: ReturnType<typeof ticketDecider.initialState>,
): readonly TicketEvent[] {
  try {
    return ticketDecider.decide(wish, state);
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}
