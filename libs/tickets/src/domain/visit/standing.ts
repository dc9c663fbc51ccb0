import type { Command, Instant } from '@app/kernel';
import { toldLate } from '@app/policy';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { foundBefore, signedBy } from './discrepancies.js';
import type { OnSiteRecord } from './on-site.record.js';
import type { VisitSinceArrival } from './visit.state.js';

/** After every instant. */
const NEVER = '9999-12-31T23:59:59.999Z';

/** What the duties of work look at. */
type Standing = Pick<
  OnSiteRecord,
  'entitlement' | 'consented' | 'inspection' | 'externalCause' | 'charge' | 'workStarted'
>;

/**
 * How a visit stands for the duties of work done until `at`. What was discovered only later asked
 * nothing of that work. Told late, it also counts as undone what was done only later; told in time,
 * what has been put in order meanwhile is in order.
 */
export function standingFor(command: Command, visit: VisitSinceArrival, at: Instant): Standing {
  if (toldLate(command)) return standingAt(visit, at);
  return { ...visit, workStarted: hasBegun(visit), ...discovered(visit, at) };
}

/** When the start of the work was recorded; work that was only interrupted counts as begun by then. */
function begunAt({ firstAt }: Pick<VisitSinceArrival, 'firstAt'>): Instant | undefined {
  return firstAt.WorkStarted ?? firstAt.WorkSuspended;
}

/** The start of the work was recorded. Hours and parts may be, where it was not. */
export function hasBegun(visit: Pick<VisitSinceArrival, 'firstAt'>): boolean {
  return begunAt(visit) !== undefined;
}

/** The visit as it stood at `at`, by when each thing happened and not by when it was told. */
export function standingAt(visit: VisitSinceArrival, at: Instant): Standing {
  const done = (type: TicketEvent['type']) => (visit.firstAt[type] ?? '') <= at;
  const { inspection } = visit;
  return {
    ...discovered(visit, at),
    entitlement: done('EntitlementChecked') ? visit.entitlement : undefined,
    consented: visit.consented && done('ConsentGiven'),
    inspection:
      inspection && done('IntegrityInspected')
        ? signedBy(foundBefore(inspection, at), at)
        : undefined,
    charge: done('ChargeAcknowledged') ? visit.charge : undefined,
    workStarted: (begunAt(visit) ?? NEVER) <= at,
  };
}

function discovered(
  { externalCause, firstAt, inspection }: VisitSinceArrival,
  at: Instant,
): Pick<Standing, 'externalCause' | 'inspection'> {
  return {
    externalCause: externalCause && (firstAt.ExternalCauseFound ?? '') < at,
    ...(inspection && { inspection: foundBefore(inspection, at) }),
  };
}
