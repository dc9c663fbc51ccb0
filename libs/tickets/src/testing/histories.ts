import type fc from 'fast-check';
import { play } from '@app/kernel/src/testing/stories.js';
import type { TicketCommand, TicketEvent } from '../contract.js';
import { ticketDecider } from '../domain/ticket/ticket.decider.js';
import { ticketEventTypes } from '../domain/ticket/ticket.event-types.js';
import { story } from './story.arbitrary.js';
import { event } from './ticket.builders.js';

/** What a ticket of that id went through, from its opening on. */
export const anyTicket: fc.Arbitrary<(ticket: string) => TicketEvent[]> = story
  .filter(([first]) => first?.type === 'OpenTicket')
  .map((commands) => (ticket) => {
    const named = (command: TicketCommand): TicketCommand =>
      command.type === 'OpenTicket' ? { ...command, data: { ...command.data, ticket } } : command;
    return play(ticketDecider, commands.map(named)).flatMap(({ events }) => events);
  });

/** One of each event that a ticket can store, with all that it can carry, the call first. */
export const everyTicketEvent: readonly TicketEvent[] = (
  Object.keys(ticketEventTypes) as TicketEvent['type'][]
).map((type) => event(type, ticketEventTypes[type].sample));
