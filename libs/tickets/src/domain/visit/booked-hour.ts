import { plusMinutes, type Instant, type Span } from '@app/kernel';

/** A promise that names a moment and no window keeps the diary free for so long, in minutes. Nobody may be so late (V7). */
const HOUR = 60;

/** What the diary keeps free for somebody who is expected at that moment. */
export function hourFrom(at: Instant): Span {
  return { from: at, until: plusMinutes(at, HOUR) };
}
