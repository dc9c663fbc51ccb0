import { eventTable, none, type DomainEvent, type Span } from '@app/kernel';
import type { Days } from './days.js';
import type { Target, Result } from './figures.values.js';
import { openingFigures, type OpeningFiguresEvent } from '../opening/opening.events.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** Yuan or hours of one month, with two places. */
export interface MonthAmount {
  /** `2026-03`. */
  readonly month: string;
  readonly amount: string;
}

interface OfYear {
  readonly employee: string;
  readonly year: string;
}

/** In place of what was set for these months before; 0.00 is a target too, and none can be missed. */
export type TargetsSet = DomainEvent<
  'TargetsSet',
  OfYear & {
    readonly of: Target;
    readonly months: readonly MonthAmount[];
    /** Why it was set after one of the months had begun. */
    readonly reason?: string;
    /** The proposal that was confirmed. */
    readonly proposal?: number;
  }
>;
/** Entered by hand: it counts once somebody else has confirmed it. */
export type FiguresProposed = DomainEvent<
  'FiguresProposed',
  OfYear & {
    /** Its number within the year. */
    readonly proposal: number;
    readonly reason: string;
    /** Targets of months of which one has begun. */
    readonly targets?: { readonly of: Target; readonly months: readonly MonthAmount[] };
    /** What a result lacks, or has too much, and the papers that say so. */
    readonly adjustment?: MonthAmount & {
      readonly of: Result;
      readonly evidence: readonly string[];
    };
    /** Days on which nothing is to be asked, both included. */
    readonly leave?: Days;
    /** The leave that is to count no more. */
    readonly withdraws?: Days & { readonly leave: number };
  }
>;
/** It counts for nothing. */
export type FiguresRefused = DomainEvent<
  'FiguresRefused',
  OfYear & {
    readonly proposal: number;
    readonly reason: string;
    /** The months that it was about. */
    readonly months: readonly string[];
  }
>;
/** Something that happened elsewhere counts for or against a month's result. */
export type ResultCounted = DomainEvent<
  'ResultCounted',
  OfYear &
    MonthAmount & {
      readonly of: Result;
      /** The stream in which it stands, and the slip or entry there. */
      readonly source: { readonly stream: string; readonly entry: string };
      /** Of hours, when they were worked; absent: not said, and so within no absence. */
      readonly span?: Span;
    }
>;
/** 旷职: hours within it count for no quota (D20, D35); what had counted is taken off. */
export type AbsenceCounted = DomainEvent<
  'AbsenceCounted',
  OfYear & { readonly case: number; readonly span: Span }
>;
/** The act was revoked: the hours count again. */
export type AbsenceLifted = DomainEvent<'AbsenceLifted', OfYear & { readonly case: number }>;
/** What the result lacks, or has too much, by somebody's word and the papers that they named; another has confirmed it. */
export type ResultAdjusted = DomainEvent<
  'ResultAdjusted',
  OfYear &
    MonthAmount & {
      readonly of: Result;
      readonly reason: string;
      readonly proposal?: number;
      readonly evidence?: readonly string[];
    }
>;
/** 请假: both days belong to it. */
export type LeaveRecorded = DomainEvent<'LeaveRecorded', OfLeave>;
export type LeaveWithdrawn = DomainEvent<'LeaveWithdrawn', OfLeave>;
interface OfLeave extends OfYear, Days {
  /** Its number within the year. */
  readonly leave: number;
  readonly reason: string;
  /** The proposal that was confirmed; absent of leave that was recorded before another had to. */
  readonly proposal?: number;
}

export type FiguresEvent =
  | TargetsSet
  | ResultCounted
  | ResultAdjusted
  | FiguresProposed
  | FiguresRefused
  | AbsenceCounted
  | AbsenceLifted
  | LeaveRecorded
  | LeaveWithdrawn
  | OpeningFiguresEvent;

const of = { employee: 'he-ying', year: '2026' };
const span = { from: '2026-03-02T01:00:00.000Z', until: '2026-03-02T03:00:00.000Z' };
const targets = { of: 'sales', months: [{ month: '2026-03', amount: '50000.00' }] } as const;
const adjustment = {
  of: 'sales',
  month: '2026-03',
  amount: '120.00',
  evidence: ['a'.repeat(64)],
} as const;
const days = { from: '2026-03-02', until: '2026-03-06' };

export const figuresEvents = eventTable<FiguresEvent>(
  {
    TargetsSet: { ...of, ...targets, reason: '月中到岗', proposal: 1 },
    FiguresProposed: {
      ...of,
      proposal: 2,
      reason: '补录手工单',
      targets,
      adjustment,
      leave: days,
      withdraws: { leave: 1, ...days },
    },
    FiguresRefused: { ...of, proposal: 2, reason: '单据不符', months: ['2026-03'] },
    ResultCounted: {
      ...of,
      of: 'sales',
      month: '2026-03',
      amount: '-48.00',
      source: { stream: 'stock-main:CAP-35', entry: 'S-1' },
      span,
    },
    AbsenceCounted: { ...of, case: 2, span },
    AbsenceLifted: { ...of, case: 2 },
    ResultAdjusted: {
      ...of,
      of: 'sales',
      month: '2026-03',
      amount: '120.00',
      reason: '补录手工单',
      proposal: 2,
      evidence: ['a'.repeat(64)],
    },
    LeaveRecorded: { ...of, leave: 1, ...days, reason: '病假', proposal: 1 },
    LeaveWithdrawn: { ...of, leave: 1, ...days, reason: '未休', proposal: 2 },
    ...openingFigures,
  },
  none(
    'OpeningFiguresEntered',
    'OpeningFiguresApproved',
    'TargetsSet',
    'FiguresProposed',
    'FiguresRefused',
    'ResultCounted',
    'AbsenceCounted',
    'AbsenceLifted',
    'ResultAdjusted',
    'LeaveRecorded',
    'LeaveWithdrawn',
  ),
);
