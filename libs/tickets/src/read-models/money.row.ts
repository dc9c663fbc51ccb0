import type { Yuan } from '@app/kernel';
import type { VisitMoney } from '../domain/visit/money.js';

/** What is shown of the money of one visit. */
export class MoneyBody implements VisitMoney {
  /** By the quote that was signed last, without what cover bears. */
  readonly charged!: Yuan;
  /** What of that is for a cause that is not the company's. */
  readonly forCause!: Yuan;
  readonly waived!: Yuan;
  readonly collected!: Yuan;
  readonly refunded!: Yuan;
  /** How many entries of hours and parts count. */
  readonly entries!: number;
  /** It was agreed how the customer pays the rest. */
  readonly restAgreed!: boolean;
}
