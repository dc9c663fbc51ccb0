import { fold, type Decider } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { commandOf, eventOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import type { TicketCommand } from '../domain/ticket/ticket.commands.js';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { evolve, initialState } from '../domain/ticket/ticket.evolve.js';
import type { OpenedTicket, Ticket } from '../domain/ticket/ticket.state.js';
import { articlesOf } from './articles.js';

export * from '@app/kernel/src/testing/actors.js';
export * from '@app/kernel/src/testing/instants.js';
export { inBatch } from '@app/kernel/src/testing/messages.js';

export const TICKET = 'T-2026-0001';

/** A command of that time of the business day, by Li Wei unless another is named. */
export const command = commandOf<TicketCommand>(LI_WEI);

/** Something that happened at that time of the business day, by Li Wei unless another is named. */
export const event = eventOf<TicketEvent>(LI_WEI, articlesOf);

/** The ticket after its past. */
export function ticketAfter(...past: TicketEvent[]): OpenedTicket {
  const ticket = fold({ initialState, evolve }, past);
  if (ticket.status === 'none') throw new TypeError('this past opens no ticket');
  return ticket;
}

/** `given(...past).when(command).then(...events)` for one step on its own. */
export function givenFor<C extends TicketCommand>(
  step: (command: C, ticket: Ticket) => readonly TicketEvent[],
) {
  return specification({ initialState, evolve, decide: step } satisfies Decider<
    C,
    Ticket,
    TicketEvent
  >);
}
