import { sum, type Yuan } from '@app/kernel';
import { owed, type VisitMoney } from '../domain/visit/money.js';

export { moneyAfter, NO_MONEY, type VisitMoney } from '../domain/visit/money.js';

/** What the customer owes for the visits of a ticket; for a cancelled one nothing. */
export function owedFor(
  visits: readonly { readonly money: VisitMoney }[],
  { status }: { readonly status: string },
): Yuan {
  return status === 'cancelled' ? '0.00' : sum(visits.map(({ money }) => owed(money)));
}

/** What is shown of the money of one visit. */
export class MoneyBody implements VisitMoney {
  /** By the quote that was signed last, without what cover bears. */
  readonly charged!: Yuan;
  readonly waived!: Yuan;
  readonly collected!: Yuan;
  readonly refunded!: Yuan;
}
