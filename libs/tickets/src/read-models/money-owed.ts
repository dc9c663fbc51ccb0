import { sum, type Yuan } from '@app/kernel';
import { dueBack, owed, type Ending, type VisitMoney } from '../domain/visit/money.js';

export { moneyAfter, NO_MONEY } from '../domain/visit/money.js';

/** What the customer owes for the visits of a ticket; for a cancelled one nothing. */
export function owedFor(
  visits: readonly { readonly money: VisitMoney }[],
  { status, outcome }: Ending & { readonly status: string },
): Yuan {
  return status === 'cancelled' ? '0.00' : sum(visits.map(({ money }) => owed(money, { outcome })));
}

/** What is due back to the customer for the visits of a ticket. */
export function dueBackFor(
  visits: readonly { readonly money: VisitMoney }[],
  { outcome }: Ending,
): Yuan {
  return sum(visits.map(({ money }) => dueBack(money, { outcome })));
}
