import type { DomainEvent, LocalDate } from '@app/kernel';
import type { Measure } from '../edition/clause.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** An appeal that came in on paper, and is entered by the office. */
export interface PaperAppeal {
  /** Business date on which it came to the house. */
  readonly cameInOn: LocalDate;
  /** The paper, by its content hash. */
  readonly file: string;
}
interface OfCase {
  readonly case: number;
}

/** `paper`: it came in on that, and the office entered it. */
export type AppealFiled = DomainEvent<
  'AppealFiled',
  OfCase & { readonly grounds: string; readonly paper?: PaperAppeal }
>;
export type ActRevoked = DomainEvent<
  'ActRevoked',
  OfCase & {
    readonly reason?: string;
    readonly because?: number;
    readonly opinionBy?: string;
    readonly opinion?: string;
    /** The case that corrects it. */
    readonly replacedBy?: number;
  }
>;
export type ActReduced = DomainEvent<
  'ActReduced',
  OfCase & {
    readonly measures: readonly Measure[];
    readonly points: number;
    readonly reason: string;
    readonly opinionBy?: string;
    readonly opinion?: string;
  }
>;
export type AppealRejected = DomainEvent<
  'AppealRejected',
  OfCase & { readonly reason: string; readonly opinionBy?: string; readonly opinion?: string }
>;
const opinion = { opinionBy: 'zhao-min', opinion: 'a'.repeat(64) };

/** One of each. */
export const appealEvents: {
  readonly [E in AppealFiled | ActRevoked | ActReduced | AppealRejected as E['type']]: E['data'];
} = {
  AppealFiled: {
    case: 1,
    grounds: '报表已交',
    paper: { cameInOn: '2026-03-10', file: 'a'.repeat(64) },
  },
  ActRevoked: { case: 1, reason: '申诉成立', because: 2, ...opinion, replacedBy: 3 },
  ActReduced: {
    case: 1,
    measures: ['major-demerit'],
    points: -9,
    reason: '情节未达严重',
    ...opinion,
  },
  AppealRejected: { case: 1, reason: '申诉理由不成立', ...opinion },
};
