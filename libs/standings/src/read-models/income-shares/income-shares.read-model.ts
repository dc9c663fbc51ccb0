import { IsIn, Matches } from 'class-validator';
import { MayBeAbsent, PageQuery, Slug } from '@app/http';
import type { Instant, Yuan } from '@app/kernel';
import { Column, Key, listOf, only, Table, type Projection } from '@app/projections';
import { standingEvents, type StandingEvent } from '../../contract.js';
import { subjectOf } from '../../domain/standing.state.js';
import { readCases } from '../../permissions.js';
import { keyOf } from '../of-standing.js';
import { IncomeShares1764546400000 } from './1764546400000-income-shares.js';

/** `open`: nothing is decided yet; `due`: decided, and not paid; `revoked`: paid or not, the act stands no more. */
export type ShareState = 'open' | 'due' | 'paid' | 'revoked';

/** Who is or was paid what for extra service (D30). */
@Table('income_share')
export class IncomeShareRow {
  /** `<employee>:<year>:<number>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly employee!: string;
  @Column('text') readonly year!: string;
  /** Number of the case within the year. */
  @Column('integer') readonly number!: number;
  /** What was handed over, and what that service cost. */
  @Column('text', { nullable: true }) readonly income!: Yuan | null;
  @Column('text', { nullable: true }) readonly costs!: Yuan | null;
  /** The share of the net income; null before it is decided. */
  @Column('text', { nullable: true }) readonly amount!: Yuan | null;
  @Column('text') readonly state!: ShareState;
  @Column('timestamptz', { nullable: true }) readonly decidedAt!: Instant | null;
  @Column('timestamptz', { nullable: true }) readonly paidAt!: Instant | null;
  @Column('text', { nullable: true }) readonly paidBy!: string | null;
  /** Position of the event that opened the case: the order of the list. */
  @Column('bigint') readonly opened!: string;
}

/** Which shares. */
export class IncomeSharesParams extends PageQuery {
  @MayBeAbsent()
  @Slug()
  employee?: string;

  @MayBeAbsent()
  @Matches(/^20\d{2}$/)
  year?: string;

  @MayBeAbsent()
  @IsIn(['open', 'due', 'paid', 'revoked'])
  state?: ShareState;
}

const HANDLED = ['CaseOpened', 'ActDecided', 'ActRevoked', 'SharePaid'] as const;
type ShareEvent = Extract<StandingEvent, { type: (typeof HANDLED)[number] }>;

/** Every share that was decided, or is about to be. */
export const incomeShares: Projection<IncomeShareRow, ShareEvent> = {
  name: 'income-shares',
  version: 1,
  row: IncomeShareRow,
  handles: only(standingEvents, HANDLED),
  keysOf({ stream, data }) {
    const { employee, year } = subjectOf(stream);
    return [`${keyOf(employee, year)}:${data.case}`];
  },
  evolve(row, { type, data, stream, occurredAt, position, actor }, id) {
    if (type === 'CaseOpened') {
      if (data.judgedBy.clause.thresholds?.share === undefined) return undefined;
      return {
        id,
        ...subjectOf(stream),
        number: data.case,
        income: data.income ?? null,
        costs: data.costs ?? null,
        amount: null,
        state: 'open',
        decidedAt: null,
        paidAt: null,
        paidBy: null,
        opened: position.toString(),
      };
    }
    if (!row) return undefined;
    switch (type) {
      case 'ActDecided':
        return { ...row, amount: data.share ?? null, state: 'due', decidedAt: occurredAt };
      case 'SharePaid':
        return { ...row, state: 'paid', paidAt: occurredAt, paidBy: actor.id };
      case 'ActRevoked':
        return { ...row, state: 'revoked' };
    }
  },
};

export const incomeSharesModel = listOf(incomeShares, {
  path: 'income-shares',
  operation: 'listIncomeShares',
  summary: 'Who was paid what for extra service, and who is still to be (D30), the latest first.',
  to: readCases,
  params: IncomeSharesParams,
  latest: 'opened',
  migrations: [IncomeShares1764546400000],
});
