import { broken, enforce, type Command, type Rule } from '@app/kernel';
import { toldLate, type ArticleId } from '@app/policy';
import type { Found } from './may-be-found.js';

/**
 * Duties: what is told in time is refused where one is broken, as it can still be prevented; what is
 * told late has happened, and the broken ones are returned for `recordFindings`. They stand in the
 * context's list of what may be found; what cannot be at all is refused by `enforce`, whenever it is told.
 *
 * @throws Refused told in time, under the first that is broken
 */
export function enforceOrFind<Subject, R extends Rule<Subject, ArticleId>>(
  command: Command,
  duties: readonly Found<R>[],
  subject: Subject,
): Found<R>[] {
  if (toldLate(command)) return broken(duties, subject);
  enforce(duties, subject);
  return [];
}
