import { minutesBetween, type Bilingual, type Instant } from '@app/kernel';
import { chinese } from './chinese.js';
import { onOrAt, when } from './words.js';

/** From how many minutes between happening and recording on the account says so. */
const LATE_AFTER_MINUTES = 5;

interface Recorded {
  readonly version: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/**
 * What is said of events that were recorded late, by their version. Where several in a row were
 * recorded in the same minute, as steps that were sent later in one batch are, the first says so for all.
 */
export function lateMarks(events: readonly Recorded[]): ReadonlyMap<number, Bilingual> {
  const marks = new Map<number, Bilingual>();
  for (let start = 0; start < events.length;) {
    const first = events[start]!;
    const count = isLate(first) ? runLength(events, start) : 1;
    if (isLate(first)) marks.set(first.version, markOf(first, count));
    start += count;
  }
  return marks;
}

function runLength(events: readonly Recorded[], start: number): number {
  const minute = minuteOf(events[start]!);
  let end = start + 1;
  while (end < events.length && isLate(events[end]!) && minuteOf(events[end]!) === minute) end++;
  return end - start;
}

function markOf({ occurredAt, recordedAt }: Recorded, count: number): Bilingual {
  const { zh, en } = when(recordedAt, occurredAt);
  const later = `recorded later, ${onOrAt(en)}`;
  return count === 1
    ? { zh: chinese`（补记于${zh}）`, en: ` (${later})` }
    : {
        zh: chinese`（此条起${count}条均补记于${zh}）`,
        en: ` (this and the next ${count - 1} were ${later})`,
      };
}

function isLate({ occurredAt, recordedAt }: Recorded): boolean {
  return minutesBetween(occurredAt, recordedAt) > LATE_AFTER_MINUTES;
}

function minuteOf({ recordedAt }: Recorded): string {
  return recordedAt.slice(0, 16);
}
