import { localDate, localTime } from './business-time.js';
import { Invalid } from './errors.js';
import type { Command } from './message.js';
import type { Instant } from './time.js';

/** @throws Invalid the command happened before `earlier`, which it follows; nothing is checked when that is unknown */
export function notBefore({ occurredAt }: Command, earlier: Instant | undefined): void {
  if (earlier === undefined || occurredAt >= earlier) return;
  throw new Invalid(
    'occurred-too-early',
    {
      zh: `发生时间早于其前一步骤（${clock(earlier)}）`,
      en: `it cannot have happened before the step it follows (${clock(earlier)})`,
    },
    '/occurredAt',
  );
}

/** Business time to the second, which is what people compare. */
function clock(at: Instant): string {
  return `${localDate(at)} ${localTime(at)}:${at.slice(17, 19)}`;
}
