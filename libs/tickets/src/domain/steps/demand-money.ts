import { fen } from '@app/kernel';
import { happened } from '@app/policy';
import type { DemandMoney, FindMoneyKept } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { dueFrom, keptOf, type InHand } from '../visit/in-hand.js';
import { hasArrived } from '../visit/visit.state.js';

/** What somebody has still in hand when it was to be with the company is demanded of them (D40). */
export function demandMoney(command: DemandMoney, ticket: Ticket): readonly TicketEvent[] {
  const { data } = command;
  const amount = dueFrom(inHandOf(ticket, data.visit), data);
  return fen(amount) > 0n ? [happened(command, 'MoneyDemanded', { ...data, amount }, ['D40'])] : [];
}

/** What was demanded and is in their hands at the end of the further term, they keep (D40). */
export function findMoneyKept(command: FindMoneyKept, ticket: Ticket): readonly TicketEvent[] {
  const { data } = command;
  const amount = keptOf(inHandOf(ticket, data.visit), data);
  return fen(amount) > 0n ? [happened(command, 'MoneyKept', { ...data, amount }, ['D40'])] : [];
}

function inHandOf(ticket: Ticket, number: number): readonly InHand[] {
  if (ticket.status === 'none') return [];
  const visit = ticket.visits.find((each) => each.visit === number);
  return visit && hasArrived(visit) ? visit.inHand : [];
}
