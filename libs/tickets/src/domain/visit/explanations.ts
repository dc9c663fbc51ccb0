import type { Instant } from '@app/kernel';
import type { ExplanationSubject } from '../ticket/ticket.values.js';

/** Something was explained to the customer, and when. */
export interface Explanation {
  readonly subject: ExplanationSubject;
  readonly at: Instant;
  /** Advice went with it. */
  readonly advised: boolean;
}

/**
 * Whether a subject was explained at `since` or later: what is explained is what was known then, and
 * what turned up afterwards was not (V14).
 */
export function explainedSince(
  explained: readonly Explanation[],
  subject: ExplanationSubject,
  since: Instant,
): boolean {
  return explained.some((each) => each.subject === subject && each.at >= since);
}
