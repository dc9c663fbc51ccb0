import { instantOf, plusDays, plusMinutes, type Instant, type LocalDate } from '@app/kernel';
import type { Warranty } from './unit.events.js';

/** What a unit's owner may claim, from its first instant to its last, both included. */
export interface Cover {
  readonly kind: 'in-warranty' | 'under-contract';
  readonly from: Instant;
  readonly until: Instant;
  /** Number of the contract, or of the tender or contract that the warranty is by. */
  readonly document?: string;
}

/** A contract that is for a unit, and its first and last day, both included. */
export interface CoverContract {
  readonly document: string;
  /** `in-warranty`: it says what the warranty is. */
  readonly kind: Cover['kind'];
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** What a unit may be covered by. */
export interface Covering {
  readonly warranty?: Warranty;
  readonly contracts: readonly CoverContract[];
}

/** Of a minute. */
const MILLISECOND = 1 / 60_000;

/**
 * The cover that counts at an instant (V12, B2): one that holds then, the warranty first; else what ended
 * last before, else what begins next; undefined where there never was any.
 */
export function coverAt({ warranty, contracts }: Covering, at: Instant): Cover | undefined {
  const agreed = contracts.map(ofContract);
  const covers = [
    ...(warranty ? [ofWarranty(warranty)] : []),
    ...agreed.filter(({ kind }) => kind === 'in-warranty'),
    ...agreed.filter(({ kind }) => kind === 'under-contract'),
  ];
  return (
    covers.find(({ from, until }) => from <= at && at <= until) ??
    best(
      covers,
      ({ until }) => until < at,
      (a, b) => a.until > b.until,
    ) ??
    best(
      covers,
      ({ from }) => at < from,
      (a, b) => a.from < b.from,
    )
  );
}

function best(
  covers: readonly Cover[],
  of: (cover: Cover) => boolean,
  isBetter: (one: Cover, other: Cover) => boolean,
): Cover | undefined {
  return covers
    .filter(of)
    .reduce<Cover | undefined>(
      (found, each) => (found && !isBetter(each, found) ? found : each),
      undefined,
    );
}

function ofWarranty({ document, ...days }: Warranty): Cover {
  return { kind: 'in-warranty', ...instantsOf(days), ...(document !== undefined && { document }) };
}

function ofContract({ document, kind, ...days }: CoverContract): Cover {
  return { kind, ...instantsOf(days), document };
}

/** A day is covered from its first moment to its last, in the business time zone. */
function instantsOf({ from, until }: { from: LocalDate; until: LocalDate }) {
  const end = instantOf(plusDays(until, 1), '00:00');
  return { from: instantOf(from, '00:00'), until: plusMinutes(end, -MILLISECOND) };
}
