import { instantOf, plusMonths, type LocalDate } from '@app/kernel';
import { policyAt } from '@app/policy';
import type { Described, UnitKind, Warranty } from './unit.events.js';

/** From what a warranty is counted. */
export type Beginning = Pick<Described, 'purchasedOn' | 'acceptedOn' | 'terms'> & {
  readonly kind: UnitKind;
};

/**
 * B2: the company answers for two years from the final acceptance, unless tender or contract say
 * otherwise. A system's warranty is counted from nothing else, however long ago it was bought or
 * repaired; a product that nobody accepts has its own from the purchase. The last day is the same date so
 * many months on, or the last of a month that has no such date, and is included.
 *
 * @returns undefined where what it is counted from has not come yet, or is not known
 */
export function warrantyOf(unit: Beginning): Warranty | undefined {
  const begins = beginningOf(unit);
  if (!begins) return undefined;
  const { terms } = unit;
  const document = terms && { document: terms.document };
  if (terms?.until !== undefined) return { ...begins, until: terms.until, ...document };
  const months = terms?.months ?? monthsFrom(begins.from);
  return { ...begins, until: plusMonths(begins.from, months), months, ...document };
}

function beginningOf({
  kind,
  acceptedOn,
  purchasedOn,
}: Beginning): Pick<Warranty, 'countedFrom' | 'from'> | undefined {
  if (acceptedOn !== undefined) return { countedFrom: 'final-acceptance', from: acceptedOn };
  if (kind === 'system' || purchasedOn === undefined) return undefined;
  return { countedFrom: 'purchase', from: purchasedOn };
}

/** The policy's term, by the edition that was in force on the day from which it is counted. */
function monthsFrom(date: LocalDate): number {
  return policyAt(instantOf(date, '00:00')).warrantyMonths;
}
