import type { Command, Instant } from '@app/kernel';
import { toldLate } from '@app/policy';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { foundBefore, signedBy } from './discrepancies.js';
import type { OnSiteRecord } from './on-site.record.js';
import type { VisitSinceArrival } from './visit.state.js';

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
  return toldLate(command) ? standingAt(visit, at) : { ...visit, ...discovered(visit, at) };
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
    workStarted: visit.workStarted && done('WorkStarted'),
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
