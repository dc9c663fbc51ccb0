import { recordDeeds } from '@app/findings';
import { broken } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { aboutVisit, atCustomers } from '../visit/visit.preconditions.js';
import type { GreetCustomer } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The technician greets, says who they are and shows it (V8); what is left out is found. */
export function greetCustomer(command: GreetCustomer, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atCustomers(command, ticket);
  const { introduced, credentialsShown } = command.data;
  const greeting = { visit: visit.visit, introduced, credentialsShown };
  const rules = [found.technicianIntroducesThemself, found.credentialsAreShown];
  return [
    happened(command, 'CustomerGreeted', greeting, ['V8']),
    ...recordDeeds(command, open, broken(rules, greeting), aboutVisit(visit, command)),
  ];
}
