import { DomainError } from '@app/kernel';
import type { TicketCommand, TicketEvent } from '../contract.js';
import { ticketDecider } from '../domain/ticket/ticket.decider.js';
import { ticketEventTypes } from '../domain/ticket/ticket.event-types.js';
import { event } from './ticket.builders.js';

/** What a ticket of this id went through when the commands were sent one after another; a refused one changed nothing. */
export function history(ticket: string, commands: readonly TicketCommand[]): TicketEvent[] {
  let state = ticketDecider.initialState();
  return commands.flatMap((command) => {
    const events = decided(ofTicket(ticket, command), state);
    state = events.reduce(ticketDecider.evolve, state);
    return events;
  });
}

/** One of each event that a ticket can store, with all that it can carry, the call first. */
export const everyTicketEvent: readonly TicketEvent[] = (
  Object.keys(ticketEventTypes) as TicketEvent['type'][]
).map((type) => event(type, ticketEventTypes[type].sample));

function ofTicket(ticket: string, command: TicketCommand): TicketCommand {
  if (command.type !== 'OpenTicket') return command;
  return { ...command, data: { ...command.data, ticket } };
}

function decided(
  command: TicketCommand,
  state: ReturnType<typeof ticketDecider.initialState>,
): readonly TicketEvent[] {
  try {
    return ticketDecider.decide(command, state);
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}
