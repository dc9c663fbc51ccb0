import { eventTable, type DomainEvent, type Instant, type LocalDate, type Yuan } from '@app/kernel';
import type { Facts, PersonThen } from './case/facts.js';
import { judgedBySample, type JudgedBy } from './case/judged-by.js';
import type { Measure } from './edition/clause.js';
import { profitNoted, type ProfitNoted } from './case/profit.events.js';
import { shortageRecorded, type ShortageRecorded } from './case/shortage.events.js';
import { periodEvaluated, type PeriodEvaluated } from './evaluation/evaluation.events.js';
import {
  actTakenOver,
  openingActs,
  type ActTakenBack,
  type ActTakenOver,
  type OpeningActsEvent,
} from './opening/opening.events.js';

export type { ShortageRecorded } from './case/shortage.events.js';
export type { PeriodEvaluated } from './evaluation/evaluation.events.js';
import {
  appealEvents,
  type ActReduced,
  type ActRevoked,
  type AppealFiled,
  type AppealRejected,
} from './case/appeal.events.js';
import { standingPersonal } from './standing.personal.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

interface OfCase {
  /** Its number within the year's standing. */
  readonly case: number;
}

export type CaseOpened = DomainEvent<
  'CaseOpened',
  OfCase & { readonly employee: string; readonly year: string } & Facts &
    PersonThen & {
      readonly judgedBy: JudgedBy;
      /** The cases whose acts brought it about (D8, D18); in the latter also whose they are. */
      readonly because?: readonly number[];
      readonly causedBy?: { readonly employee: string; readonly year: string };
      /** Opened by the evaluation of a period, and reported by nobody. */
      readonly evaluated?: true;
      /** The case whose act it corrects, as figures have changed. */
      readonly replaces?: number;
    }
>;
export type CaseVerified = DomainEvent<
  'CaseVerified',
  OfCase & { readonly result: string; readonly evidence: readonly string[] }
>;
/** `because`: the case whose act was revoked, without which there is no such case. `corrected`: figures were. */
export type CaseDropped = DomainEvent<
  'CaseDropped',
  OfCase & { readonly reason?: string; readonly because?: number; readonly corrected?: true }
>;
export type ActProposed = DomainEvent<
  'ActProposed',
  OfCase & {
    readonly measures: readonly Measure[];
    /** In what the circumstances are grave. */
    readonly gravity?: string;
    /** Until when the employee is heard; absent of a reward. */
    readonly hearingUntil?: Instant;
  }
>;
/** `evidence`: the paper that the employee signed, where another took it down. */
export type EmployeeHeard = DomainEvent<
  'EmployeeHeard',
  OfCase & { readonly statement: string; readonly evidence?: readonly string[] }
>;
export type ActDecided = DomainEvent<
  'ActDecided',
  OfCase & {
    readonly measures: readonly Measure[];
    /** Of the month of the facts; 0 where no measure is a level. */
    readonly points: number;
    /** Until when it can be appealed against to the general manager. */
    readonly appealUntil: Instant;
    /** What is paid to the employee (D30). */
    readonly share?: Yuan;
    /** What of it was paid already, under the act that it replaces. */
    readonly paidBefore?: Yuan;
    /** The direct supervisor who had not reported it, for whom a demerit follows (D18). */
    readonly unreported?: { readonly supervisor: string; readonly happenedAt: Instant };
  }
>;
/** 调离: what department the employee is to be in, and from which day on. */
export type TransferOrdered = DomainEvent<
  'TransferOrdered',
  OfCase & { readonly department: PersonThen['department']; readonly from: LocalDate }
>;
/** 解职: to whom subordinates, reviews and approvals pass. */
export type SuccessorNamed = DomainEvent<'SuccessorNamed', OfCase & { readonly successor: string }>;
export type ActDeclined = DomainEvent<'ActDeclined', OfCase & { readonly condition: string }>;
export type SharePaid = DomainEvent<'SharePaid', OfCase & { readonly amount: Yuan }>;
export type YearClosed = DomainEvent<'YearClosed', { readonly year: string }>;
export type YearReopened = DomainEvent<
  'YearReopened',
  { readonly year: string; readonly reason: string }
>;

/** What happens to one case, and to the year as a whole. */
export type CaseEvent =
  | CaseOpened
  | CaseVerified
  | CaseDropped
  | ActProposed
  | EmployeeHeard
  | ActDecided
  | TransferOrdered
  | SuccessorNamed
  | ActDeclined
  | AppealFiled
  | ActRevoked
  | ActReduced
  | AppealRejected
  | SharePaid
  | ActTakenOver
  | ActTakenBack;
export type StandingEvent =
  | CaseEvent
  | ProfitNoted
  | PeriodEvaluated
  | ShortageRecorded
  | OpeningActsEvent
  | YearClosed
  | YearReopened;

const hash = 'a'.repeat(64);
const opened: CaseOpened['data'] = {
  case: 1,
  employee: 'he-ying',
  year: '2026',
  article: 'D28',
  clause: 'report',
  facts: '二月份销售报表未缴',
  happenedAt: '2026-03-02T01:00:00.000Z',
  until: '2026-03-02T03:00:00.000Z',
  evidence: [hash],
  matter: '2026-02',
  reporter: 'liu-yang',
  earlierReport: { by: 'chen-gang', at: '2026-03-01T01:00:00.000Z' },
  together: ['li-wei'],
  shortages: [{ at: '2026-03-01T01:00:00.000Z', amount: '10000.00' }],
  ownFault: true,
  adoption: { year: '2025', case: 1 },
  profit: '100000.00',
  income: '600.00',
  costs: '100.00',
  portion: { before: 1, weight: 2, of: 3 },
  figures: [{ period: '2026-H1', target: '100.00', result: '69.99', fromPaper: true }],
  department: 'sales',
  supervisor: false,
  reportsTo: 'chen-gang',
  because: [2],
  causedBy: { employee: 'wang-fang', year: '2026' },
  evaluated: true,
  replaces: 1,
  judgedBy: judgedBySample,
};

export const standingEvents = eventTable<StandingEvent>(
  {
    CaseOpened: opened,
    CaseVerified: { case: 1, result: '查证属实', evidence: [hash] },
    CaseDropped: { case: 1, reason: '查无实据', because: 2, corrected: true },
    ActProposed: {
      case: 1,
      measures: ['demerit'],
      gravity: '泄漏报价',
      hearingUntil: '2026-03-05T16:00:00.000Z',
    },
    EmployeeHeard: { case: 1, statement: '当日系统故障', evidence: [hash] },
    ActDecided: {
      case: 1,
      measures: ['demerit'],
      points: -3,
      appealUntil: '2026-03-16T16:00:00.000Z',
      share: '100.00',
      paidBefore: '60.00',
      unreported: { supervisor: 'chen-gang', happenedAt: '2026-03-02T01:00:00.000Z' },
    },
    TransferOrdered: { case: 1, department: 'repair', from: '2026-04-01' },
    SuccessorNamed: { case: 1, successor: 'sun-hong' },
    ActDeclined: { case: 1, condition: '报表已于当日补缴' },
    ...appealEvents,
    SharePaid: { case: 1, amount: '100.00' },
    PeriodEvaluated: periodEvaluated,
    ...openingActs,
    ActTakenOver: actTakenOver(judgedBySample),
    ShortageRecorded: shortageRecorded,
    ProfitNoted: profitNoted,
    YearClosed: { year: '2026' },
    YearReopened: { year: '2026', reason: '补报一案' },
  },
  standingPersonal,
);
