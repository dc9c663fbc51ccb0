import { sum, type Yuan } from '@app/kernel';
import {
  billOf,
  dueBack,
  dueOfLines,
  owed,
  type Bill,
  type TicketOfBill,
  type VisitMoney,
} from '../domain/visit/money.js';
import type { VisitProgress } from './visit-progress.js';

export { moneyAfter, NO_MONEY } from '../domain/visit/money.js';

interface VisitWithMoney {
  readonly money: VisitMoney;
  readonly progress: VisitProgress;
}

/** What the customer owes for the visits of a ticket; for a cancelled one nothing but what was done on it all the same. */
export function owedFor(visits: readonly VisitWithMoney[], ticket: TicketOfBill): Yuan {
  return sum(bills(visits, ticket).map(owed));
}

/** What is due back to the customer for the visits of a ticket. */
export function dueBackFor(visits: readonly VisitWithMoney[], ticket: TicketOfBill): Yuan {
  return sum(bills(visits, ticket).map(dueBack));
}

/** What of each line of a visit's quote the customer is to pay. */
export function dueOf(visit: VisitWithMoney, ticket: TicketOfBill): Yuan[] {
  return dueOfLines(billOf(ticket, visit));
}

function bills(visits: readonly VisitWithMoney[], ticket: TicketOfBill): Bill[] {
  return visits.map((visit) => billOf(ticket, visit));
}
