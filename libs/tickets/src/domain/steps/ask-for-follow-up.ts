import { happened } from '@app/policy';
import type { AskForFollowUp } from '../ticket/ticket.commands.js';
import type { FollowUpAsked } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * R6: of a closed ticket the customer is to be asked afterwards. Once, and not where somebody has asked them
 * since it was resolved, or it goes on.
 */
export function askForFollowUp(command: AskForFollowUp, ticket: Ticket): readonly FollowUpAsked[] {
  if (ticket.status !== 'closed' || ticket.followUp !== undefined) return [];
  return [happened(command, 'FollowUpAsked', command.data, ['R6'])];
}
