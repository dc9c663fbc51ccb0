import { Matches } from 'class-validator';
import { MayBeAbsent, PageQuery, Slug } from '@app/http';
import { fen, yuan } from '@app/kernel';
import { Column, Key, listOf, Table, type Projection } from '@app/projections';
import { figuresEvents, type FiguresEvent } from '../../contract.js';
import { daysOf } from '../../domain/figures/days.js';
import type { Target } from '../../domain/figures/figures.values.js';
import { monthsOf } from '../../domain/figures/months.js';
import { subjectOf } from '../../domain/standing.state.js';
import { OwnAndBelow } from '../../application/own-and-below.js';
import { readCases } from '../../permissions.js';
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
}

const COLUMNS = {
  sales: 'salesTarget',
  quota: 'quota',
  'basic-hours': 'basicHours',
} as const satisfies Record<Target, keyof MonthlyFiguresRow>;

/** Every month of everybody who has a target, a result or a leave in it. */
export const monthlyFigures: Projection<MonthlyFiguresRow, FiguresEvent> = {
  name: 'monthly-figures',
  version: 1,
  row: MonthlyFiguresRow,
  handles: figuresEvents,
  keysOf: (event) => monthsOf(event).map((month) => `${subjectOf(event.stream).employee}:${month}`),
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
  migrations: [MonthlyFigures1764810000000],
});

function begun(
  id: string,
  { employee, year }: { readonly employee: string; readonly year: string },
  month: string,
): MonthlyFiguresRow {
  const none = { salesTarget: null, quota: null, basicHours: null };
  return { id, employee, year, month, ...none, sales: '0.00', hours: '0.00', leaveDays: 0 };
}

function changed(row: MonthlyFiguresRow, event: FiguresEvent): MonthlyFiguresRow {
  switch (event.type) {
    case 'TargetsSet': {
      const { of, months } = event.data;
      const set = months.find(({ month }) => month === row.month);
      return set ? { ...row, [COLUMNS[of]]: set.amount } : row;
    }
    case 'ResultCounted':
    case 'ResultAdjusted': {
      const { of, amount } = event.data;
      return { ...row, [of]: yuan(fen(row[of]) + fen(amount)) };
    }
    case 'AbsenceCounted':
    case 'AbsenceLifted':
    case 'OpeningFiguresEntered':
    case 'OpeningFiguresApproved':
      return row;
    case 'LeaveRecorded':
    case 'LeaveWithdrawn': {
      const days = daysOf(event.data).filter((day) => day.startsWith(row.month)).length;
      const sign = event.type === 'LeaveRecorded' ? 1 : -1;
      return { ...row, leaveDays: Math.max(0, row.leaveDays + sign * days) };
    }
  }
}
