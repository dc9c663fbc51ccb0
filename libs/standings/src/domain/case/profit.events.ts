import type { DomainEvent } from '@app/kernel';
import type { AdoptionRef } from './facts.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** The profit of an adoption was told as a case of the year after (D9, D10). */
export type ProfitNoted = DomainEvent<
  'ProfitNoted',
  {
    /** The case of the adoption. */
    readonly case: number;
    /** That of its profit. */
    readonly by: AdoptionRef;
  }
>;
export const profitNoted: ProfitNoted['data'] = { case: 1, by: { year: '2027', case: 1 } };
