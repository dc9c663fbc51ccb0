import type { LocalDate } from '@app/kernel';
import type { ContractKind } from './contract.values.js';
import type { ContractPromise, Promises } from './promises.js';

/** A contract that covers a unit, and its first and last day, both included. */
export interface CoveringContract {
  readonly contract: string;
  readonly kind: ContractKind;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** A unit of the customer's, and the site at which it stands, where it stands at one of theirs. */
export interface CoveredUnit {
  readonly unit: string;
  readonly site?: string | undefined;
}

/**
 * The contracts that are for a unit: those that name it, and of those that name no systems the ones for
 * its site, or for all of them.
 */
export function contractsFor(promises: Promises, unit: CoveredUnit): readonly CoveringContract[] {
  return promises.filter((each) => isFor(each, unit)).flatMap(coveringOf);
}

function isFor({ sites, systems }: ContractPromise, { unit, site }: CoveredUnit): boolean {
  if (systems.length > 0) return systems.includes(unit);
  return sites.length === 0 || (site !== undefined && sites.includes(site));
}

/** From the first day of its terms to the last; none where it ended before it began. */
export function coveringOf({
  contract,
  kind = 'maintenance',
  terms,
}: ContractPromise): readonly CoveringContract[] {
  const [first, last] = [terms[0], terms.at(-1)];
  return first && last ? [{ contract, kind, from: first.from, until: last.until }] : [];
}
