import type { Instant } from '@app/kernel';
import type { Visit } from './visit.state.js';

/** From when the customer waits: the window's beginning, or the hour that they were told in time. */
export function waitsFrom({ window, expectedBy }: Pick<Visit, 'window' | 'expectedBy'>): Instant {
  return expectedBy > window.until ? expectedBy : window.from;
}
