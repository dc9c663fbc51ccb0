import type { Instant } from '@app/kernel';
import type {
  DiscrepancyAcknowledged,
  IntegrityInspected,
  TicketEvent,
} from '../ticket/ticket.events.js';

/** What the looks at a product have brought so far (V13). Both lists only grow. */
export interface Inspection {
  /** When something was found that does not agree, a time for each look that found it. */
  readonly discrepancies: readonly Instant[];
  /** When the customer signed what had been found by then. */
  readonly signatures: readonly Instant[];
}

const NOTHING_FOUND: Inspection = { discrepancies: [], signatures: [] };

/** The product was looked at once more: what was found before stays, whatever this look says. */
export function inspected(
  inspection: Inspection = NOTHING_FOUND,
  event: IntegrityInspected,
): Inspection {
  if (!isNewDiscrepancy(event)) return inspection;
  return { ...inspection, discrepancies: [...inspection.discrepancies, event.occurredAt] };
}

/** Whether an event says that something was found which does not agree (V13). */
export function isNewDiscrepancy(event: TicketEvent): boolean {
  if (event.type !== 'IntegrityInspected') return false;
  return !event.data.partsComplete || event.data.tamperingSigns;
}

/** The customer has signed what had been found until then. */
export function signedFor(
  inspection: Inspection = NOTHING_FOUND,
  { occurredAt }: DiscrepancyAcknowledged,
): Inspection {
  return { ...inspection, signatures: [...inspection.signatures, occurredAt] };
}

/** Something was found that no signature is under: each covers what was found until then, and nothing later. */
export function hasUnsigned({ discrepancies, signatures }: Inspection): boolean {
  return discrepancies.some((found) => !signatures.some((signed) => signed >= found));
}

/** What had been found before `at`. */
export function foundBefore(inspection: Inspection, at: Instant): Inspection {
  return { ...inspection, discrepancies: inspection.discrepancies.filter((found) => found < at) };
}

/** What had been signed by `at`. */
export function signedBy(inspection: Inspection, at: Instant): Inspection {
  return { ...inspection, signatures: inspection.signatures.filter((signed) => signed <= at) };
}

/** What had been found and signed by `at`. */
export function asOf({ discrepancies, signatures }: Inspection, at: Instant): Inspection {
  const by = (each: Instant) => each <= at;
  return { discrepancies: discrepancies.filter(by), signatures: signatures.filter(by) };
}
