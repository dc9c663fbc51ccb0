import { fen } from '@app/kernel';
import { rule } from '@app/policy';
import type { QuoteLine } from '../ticket/ticket.values.js';

/** B2: 保修期满后终身维修，只收取配件成本费和少量人工费: parts at cost, and the edition's fee for an hour. */
export const afterWarrantyAtCost = rule<{ readonly lines: readonly QuoteLine[] }>(
  'B2',
  'charged-above-cost',
  {
    zh: '保修期满后，配件按成本、人工按规定的工时费收取，报价不得高于此',
    en: 'after the warranty parts are charged at cost and work at the fee for an hour, and not above',
    whenFound: {
      zh: '保修期满后的收费高于配件成本或规定的工时费',
      en: 'after the warranty more than the cost of parts, or the fee for an hour, was charged',
    },
  },
  ({ lines }) => lines.some(({ amount, origin }) => origin && fen(amount) > fen(origin.most)),
);
