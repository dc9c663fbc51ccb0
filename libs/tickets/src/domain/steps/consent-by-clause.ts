import { happened } from '@app/policy';
import type { ConsentByClause } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { isPending } from '../visit/visit.state.js';

/**
 * In an emergency nobody need be asked whose contract has consented beforehand (V11, B3): whoever is sent may
 * begin at night, when nobody is reached. Whoever has agreed already stays on record, and of somebody who has
 * come the customer is asked on site. What is charged is signed as ever (V17).
 */
export function consentByClause(command: ConsentByClause, ticket: Ticket): readonly TicketEvent[] {
  const { clause } = command.known;
  if (ticket.status !== 'open' || ticket.emergencySince === undefined || !clause) return [];
  const { by, ...of } = clause;
  return ticket.visits
    .filter((visit) => isPending(visit) && visit.firstAt.ConsentGiven === undefined)
    .map(({ visit }) =>
      happened(command, 'ConsentGiven', { visit, by, clause: of }, ['V11', 'B3']),
    );
}
