import type { Instant } from '@app/kernel';
import type { VisitSinceArrival } from './visit.state.js';

/** What the technician does at the customer's, with the customer or with the product. */
const STEPS = [
  'FaultDescribed',
  'ConsentGiven',
  'IntegrityInspected',
  'DiscrepancyAcknowledged',
  'ExplanationGiven',
  'ExternalCauseFound',
  'ChargeAcknowledged',
  'ProductTakenIn',
  'WorkStarted',
  'RepairCompleted',
  'SiteCleaned',
  'CardLeft',
  'FarewellMade',
] as const;

/**
 * When the first step was done at the customer's, the greeting aside. A supervisor's decision about
 * the entitlement is made in the office: where there was one, no check of it counts.
 */
export function firstStepAtCustomers({
  firstAt,
  overridden,
}: Pick<VisitSinceArrival, 'firstAt' | 'overridden'>): Instant | undefined {
  const steps = overridden ? STEPS : [...STEPS, 'EntitlementChecked' as const];
  return steps
    .flatMap((type) => firstAt[type] ?? [])
    .sort()
    .at(0);
}
