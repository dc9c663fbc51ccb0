import { Matches } from 'class-validator';
import { Flag, MayBeAbsent, PageQuery, Slug } from '@app/http';
import { fen, yuan } from '@app/kernel';
import { Column, Key, listOf, Table, type Projection } from '@app/projections';
import { figuresEvents, type FiguresEvent } from '../../contract.js';
import { daysOf } from '../../domain/figures/days.js';
import type { Target } from '../../domain/figures/figures.values.js';
import { monthsOf } from '../../domain/figures/months.js';
import { monthsOfProposal } from '../../domain/figures/proposals.js';
import { subjectOf } from '../../domain/standing.state.js';
import { OwnAndBelow } from '../../application/own-and-below.js';
import { readCases } from '../../permissions.js';
import { FiguresByHand1769000800001 } from './1769000800001-figures-by-hand.js';
import { MonthlyFigures1764810000000 } from './1764810000000-monthly-figures.js';

/** What is asked of an employee in a month, and what has come of it so far. */
@Table('monthly_figures')
export class MonthlyFiguresRow {
  /** `<employee>:<month>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly employee!: string;
  @Column('text') readonly year!: string;
  /** `2026-03`. */
  @Column('text') readonly month!: string;
  /** Yuan (D14, D19, D24); null: none is set. */
  @Column('text', { nullable: true }) readonly salesTarget!: string | null;
  /** Yuan sold, less returns. */
  @Column('text') readonly sales!: string;
  /** Hours (D32, D36); null: none is set. */
  @Column('text', { nullable: true }) readonly quota!: string | null;
  /** Hours (D34); null: none are set. */
  @Column('text', { nullable: true }) readonly basicHours!: string | null;
  /** Hours of labour. */
  @Column('text') readonly hours!: string;
  /** Days on which nothing was asked. */
  @Column('integer') readonly leaveDays!: number;
  /** Why a target was set after the month had begun, the last time; null: none was. */
  @Column('text', { nullable: true }) readonly setLate!: string | null;
  /** Figures by hand that wait to be confirmed, by their numbers within the year: `2, 3`; null: none. */
  @Column('text', { nullable: true }) readonly proposals!: string | null;
  /** Whether any does. */
  @Column('boolean') readonly waiting!: boolean;
}

/** Whose figures, and of when. */
export class MonthlyFiguresParams extends PageQuery {
  @MayBeAbsent()
  @Slug()
  employee?: string;

  @MayBeAbsent()
  @Matches(/^20\d{2}$/)
  year?: string;

  @MayBeAbsent()
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])$/)
  month?: string;

  /** `true`: figures by hand wait to be confirmed. */
  @Flag()
  waiting?: boolean;
}

const COLUMNS = {
  sales: 'salesTarget',
  quota: 'quota',
  'basic-hours': 'basicHours',
} as const satisfies Record<Target, keyof MonthlyFiguresRow>;

/** Every month of everybody who has a target, a result or a leave in it. */
export const monthlyFigures: Projection<MonthlyFiguresRow, FiguresEvent> = {
  name: 'monthly-figures',
  version: 2,
  row: MonthlyFiguresRow,
  handles: figuresEvents,
  keysOf: (event) =>
    monthsShown(event).map((month) => `${subjectOf(event.stream).employee}:${month}`),
  evolve(row, event, id) {
    const month = id.slice(-'2026-03'.length);
    return changed(row ?? begun(id, subjectOf(event.stream), month), event);
  },
};

export const monthlyFiguresModel = listOf(monthlyFigures, {
  path: 'figures',
  operation: 'listFigures',
  summary:
    'Targets and results by employee and month: sales, hours of quota and basic hours (R13).',
  to: readCases,
  of: { column: 'employee', readership: OwnAndBelow },
  params: MonthlyFiguresParams,
  migrations: [MonthlyFigures1764810000000, FiguresByHand1769000800001],
});

/** The months that a row of the list tells of. */
function monthsShown(event: FiguresEvent): readonly string[] {
  if (event.type === 'FiguresProposed') return monthsOfProposal(event.data);
  return event.type === 'FiguresRefused' ? event.data.months : monthsOf(event);
}

function waitingOf({ proposals }: MonthlyFiguresRow): readonly string[] {
  return proposals?.split(', ') ?? [];
}

/** What was answered waits no more. */
function without(row: MonthlyFiguresRow, proposal: number | undefined): MonthlyFiguresRow {
  const left = waitingOf(row).filter((each) => each !== String(proposal));
  return { ...row, proposals: left.length > 0 ? left.join(', ') : null, waiting: left.length > 0 };
}

function begun(
  id: string,
  { employee, year }: { readonly employee: string; readonly year: string },
  month: string,
): MonthlyFiguresRow {
  const none = { salesTarget: null, quota: null, basicHours: null };
  const hand = { setLate: null, proposals: null, waiting: false };
  return {
    id,
    employee,
    year,
    month,
    ...none,
    sales: '0.00',
    hours: '0.00',
    leaveDays: 0,
    ...hand,
  };
}

function changed(row: MonthlyFiguresRow, event: FiguresEvent): MonthlyFiguresRow {
  switch (event.type) {
    case 'TargetsSet': {
      const { of, months, reason = null, proposal } = event.data;
      const set = months.find(({ month }) => month === row.month);
      if (!set) return row;
      const setLate = reason ?? row.setLate;
      return { ...without(row, proposal), setLate, [COLUMNS[of]]: set.amount };
    }
    case 'ResultCounted':
    case 'ResultAdjusted': {
      const { of, amount } = event.data;
      const now = event.type === 'ResultAdjusted' ? without(row, event.data.proposal) : row;
      return { ...now, [of]: yuan(fen(row[of]) + fen(amount)) };
    }
    case 'FiguresProposed': {
      const proposals = [...waitingOf(row), String(event.data.proposal)].join(', ');
      return { ...row, proposals, waiting: true };
    }
    case 'FiguresRefused':
      return without(row, event.data.proposal);
    case 'AbsenceCounted':
    case 'AbsenceLifted':
    case 'OpeningFiguresEntered':
    case 'OpeningFiguresApproved':
      return row;
    case 'LeaveRecorded':
    case 'LeaveWithdrawn': {
      const days = daysOf(event.data).filter((day) => day.startsWith(row.month)).length;
      const sign = event.type === 'LeaveRecorded' ? 1 : -1;
      const now = without(row, event.data.proposal);
      return { ...now, leaveDays: Math.max(0, row.leaveDays + sign * days) };
    }
  }
}
