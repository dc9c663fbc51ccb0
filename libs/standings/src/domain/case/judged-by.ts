import type { Clause } from '../edition/clause.js';
import { editionSample } from '../edition/edition.events.js';
import type { EditionText } from '../edition/edition.js';

/** What of an edition reckons the year (D8). */
export type Reckoning = Pick<
  EditionText,
  'points' | 'meritsToMajor' | 'demeritsToMajor' | 'majorsToDismissal' | 'order'
>;

/** The edition in force when it happened, with all that it says of the case: nothing later changes it. */
export interface JudgedBy {
  readonly edition: string;
  readonly clause: Clause;
  readonly reckoning: Reckoning;
  readonly hearingDays: number;
  readonly appealDays: number;
}

/** What an edition says of cases under one of its clauses. */
export function judgedBy(edition: string, text: EditionText, clause: Clause): JudgedBy {
  const { points, meritsToMajor, demeritsToMajor, majorsToDismissal, order } = text;
  return {
    edition,
    clause,
    reckoning: { points, meritsToMajor, demeritsToMajor, majorsToDismissal, order },
    hearingDays: text.hearingDays,
    appealDays: text.appealDays,
  };
}

/** One, for the samples of what is stored. */
export const judgedBySample = judgedBy('2026.1', editionSample, {
  article: 'D28',
  clause: 'report',
  says: { zh: '应缴报表未缴', en: 'a required report was not handed in' },
  department: 'sales',
  trigger: 'report',
  verified: false,
  outcomes: [{ measures: ['demerit'] }],
});
