import type { Instant } from '@app/kernel';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { STEPS_AT_CUSTOMERS } from './first-step.js';
import { hasArrived, suspensionOf, type Visit, type VisitSinceArrival } from './visit.state.js';

/** When somebody came back to work that was interrupted and stands still yet; undefined: nobody has. */
export function cameBackAt(visit: Visit): Instant | undefined {
  const last = hasArrived(visit) ? visit.returns?.at(-1) : undefined;
  return last && last.since === suspensionOf(visit)?.since ? last.cameAt : undefined;
}

/** What is done with the customer, or with the product at their place. */
export const WITH_THE_CUSTOMER: readonly TicketEvent['type'][] = [
  'CustomerGreeted',
  'EntitlementChecked',
  ...STEPS_AT_CUSTOMERS,
];

/** Whether anything was done at the customer's since somebody came back. */
export function isWithCustomer({ stepsAt }: VisitSinceArrival, cameBack: Instant): boolean {
  return WITH_THE_CUSTOMER.some((type) => (stepsAt[type] ?? '') >= cameBack);
}
