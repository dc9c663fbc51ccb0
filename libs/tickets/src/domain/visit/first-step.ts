import type { Instant } from '@app/kernel';
import type { VisitSinceArrival } from './visit.state.js';

/** What the technician does at the customer's, with the customer or with the product. */
export const STEPS_AT_CUSTOMERS = [
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
 * the entitlement is made in the office: where there was one, no check of it counts. Nor does a consent
 * by phone from before somebody came.
 */
export function firstStepAtCustomers({
  arrivedAt,
  firstAt,
  overridden,
}: Pick<VisitSinceArrival, 'arrivedAt' | 'firstAt' | 'overridden'>): Instant | undefined {
  const steps = overridden
    ? STEPS_AT_CUSTOMERS
    : [...STEPS_AT_CUSTOMERS, 'EntitlementChecked' as const];
  return steps
    .flatMap((type) => firstAt[type] ?? [])
    .filter((at) => at >= arrivedAt)
    .sort()
    .at(0);
}
