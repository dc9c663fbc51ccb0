import { happened } from '@app/policy';
import { atWork } from '../visit/visit.preconditions.js';
import type { RecordConsent } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The customer agrees to the service (V11); who agreed first stays on record. */
export function recordConsent(command: RecordConsent, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = atWork(command, ticket);
  if (visit.consented) return [];
  const { by } = command.data;
  return [happened(command, 'ConsentGiven', { visit: visit.visit, by }, ['V11'])];
}
