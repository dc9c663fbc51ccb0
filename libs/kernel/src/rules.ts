import type { Bilingual } from './bilingual.js';
import { Refused } from './errors.js';

/**
 * One article as a named value: what breaks it, and what is then said. `Subject` is what it looks
 * at. Whether breaking it refuses the command (guard) or is only written down (finding) is decided
 * by the list it stands in.
 */
export interface Rule<Subject, Article extends string = string> {
  readonly article: Article;
  /** Stable, kebab-case, unique: `work-before-consent`. */
  readonly code: string;
  readonly says: Bilingual;
  /** What is said where it was found afterwards; default: `says`. */
  readonly whenFound?: Bilingual;
  /** What a refusal says instead, where it can name what stands in the way; default: `says`. */
  readonly saysOf?: (subject: Subject) => Bilingual;
  readonly brokenBy: (subject: Subject) => boolean;
}

/** Refuses under the first guard that is broken; returns when all hold. */
export function enforce<Subject>(guards: readonly Rule<Subject>[], subject: Subject): void {
  const broken = guards.find((guard) => guard.brokenBy(subject));
  if (broken)
    throw new Refused(broken.article, broken.code, broken.saysOf?.(subject) ?? broken.says);
}

/** The rules that are broken, in their order; work goes on. */
export function broken<Subject, R extends Rule<Subject>>(
  rules: readonly R[],
  subject: Subject,
): R[] {
  return rules.filter((rule) => rule.brokenBy(subject));
}
