import { broken } from '@app/kernel';
import { happened } from '@app/policy';
import { recordFindings } from '../ticket/findings.js';
import { aboutVisit, atCustomers } from '../visit/visit.preconditions.js';
import { credentialsAreShown } from '../rules/credentials-are-shown.js';
import { technicianIntroducesThemself } from '../rules/technician-introduces-themself.js';
import type { GreetCustomer } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The technician greets, says who they are and shows it (V8); what is left out is found. */
export function greetCustomer(command: GreetCustomer, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atCustomers(command, ticket);
  const { introduced, credentialsShown } = command.data;
  const greeting = { visit: visit.visit, introduced, credentialsShown };
  const rules = [technicianIntroducesThemself, credentialsAreShown];
  return [
    happened(command, 'CustomerGreeted', greeting, ['V8']),
    ...recordFindings(command, open, broken(rules, greeting), aboutVisit(visit)),
  ];
}
