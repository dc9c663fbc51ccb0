import { fen, yuan, type Instant, type Yuan } from '@app/kernel';
import { policyAt } from '@app/policy';
import type { PriceOrigin, QuoteLine } from '../ticket/ticket.values.js';

/** What so many of a part cost, by the books of whoever has them in hand; undefined: they have none. */
export type CostOf = (line: Pick<QuoteLine, 'sku' | 'quantity'>) => Yuan | undefined;

/**
 * B2: from the end of the cover on, parts are charged at cost, and work at the fee that the edition of the
 * moment says. Undefined for a line that is charged on other grounds, or is a sum for the whole.
 */
export function afterWarranty(
  { basis, item, hours, ...part }: Omit<QuoteLine, 'amount'>,
  at: Instant,
  costOf: CostOf,
): PriceOrigin | undefined {
  if (basis !== 'out-of-cover') return undefined;
  if (item === 'labour' && hours !== undefined) {
    const { labourFeePerHour: perHour, version: edition } = policyAt(at);
    return { from: 'labour-fee', perHour, edition, most: forHours(hours, perHour) };
  }
  const most = part.sku === undefined ? undefined : costOf(part);
  return most === undefined ? undefined : { from: 'stock-cost', most };
}

/** Rounded once, half up, to the fen. */
function forHours(hours: string, perHour: Yuan): Yuan {
  const hundredths = BigInt(hours.replace('.', ''));
  return yuan((fen(perHour) * hundredths + 50n) / 100n);
}
