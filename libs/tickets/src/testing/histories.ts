import type fc from 'fast-check';
import { play } from '@app/kernel/src/testing/stories.js';
import type { TicketCommand, TicketEvent } from '../contract.js';
import { ticketDecider } from '../domain/ticket/ticket.decider.js';
import { story } from './story.arbitrary.js';

/** What a ticket of that id went through, from its opening on. */
export const anyTicket: fc.Arbitrary<(ticket: string) => TicketEvent[]> = story
  .filter(([first]) => first?.type === 'OpenTicket')
  .map((commands) => (ticket) => {
    const named = (command: TicketCommand): TicketCommand =>
      command.type === 'OpenTicket' ? { ...command, data: { ...command.data, ticket } } : command;
    return play(ticketDecider, commands.map(named)).flatMap(({ events }) => events);
  });
