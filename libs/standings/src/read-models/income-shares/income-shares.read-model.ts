import { IsIn, Matches } from 'class-validator';
import { MayBeAbsent, PageQuery, Slug } from '@app/http';
import { fen, type Instant, type Yuan } from '@app/kernel';
import { Column, Key, listOf, only, Table, type Projection } from '@app/projections';
import { standingEvents, type StandingEvent } from '../../contract.js';
import { subjectOf } from '../../domain/standing.state.js';
import { OwnAndBelow } from '../../application/own-and-below.js';
import { readCases } from '../../permissions.js';
import { keyOf } from '../of-standing.js';
import { IncomeShares1764546400000 } from './1764546400000-income-shares.js';
import { IncomeSharesOf1764860020007 } from './1764860020007-income-shares-of.js';

/**
 * `open`: nothing is decided yet; `due`: decided, and not paid; `due-back`: more was paid under the act that it
 * replaces; `dropped`: it came to nothing; `revoked`: paid or not, the act stands no more.
 */
export type ShareState = 'open' | 'due' | 'paid' | 'due-back' | 'dropped' | 'revoked';

/** Who is or was paid what for extra service (D30). */
@Table('income_share')
export class IncomeShareRow {
  /** `<employee>:<year>:<number>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly employee!: string;
  @Column('text') readonly year!: string;
  /** Number of the case within the year. */
  @Column('integer') readonly number!: number;
  /** The visit that brought the income, `T-1/1`; null where nobody said. */
  @Column('text', { nullable: true }) readonly matter!: string | null;
  /** What was handed over, and what that service cost. */
  @Column('text', { nullable: true }) readonly income!: Yuan | null;
  @Column('text', { nullable: true }) readonly costs!: Yuan | null;
  /** What part of its share is the employee's, `2/3`; null: all. */
  @Column('text', { nullable: true }) readonly portion!: string | null;
  /** The share of the net income; null before it is decided. */
  @Column('text', { nullable: true }) readonly amount!: Yuan | null;
  /** What was paid of it under the act that this one replaces; null: nothing. */
  @Column('text', { nullable: true }) readonly paidBefore!: Yuan | null;
  /** What was paid under this act; null: nothing. All rows together say what somebody was paid. */
  @Column('text', { nullable: true }) readonly paid!: Yuan | null;
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
  @IsIn(['open', 'due', 'paid', 'due-back', 'dropped', 'revoked'])
  state?: ShareState;
}

const HANDLED = [
  'CaseOpened',
  'CaseDropped',
  'ActDecided',
  'ActDeclined',
  'ActRevoked',
  'SharePaid',
] as const;
type ShareEvent = Extract<StandingEvent, { type: (typeof HANDLED)[number] }>;

/** Every share that was decided, or is about to be. */
export const incomeShares: Projection<IncomeShareRow, ShareEvent> = {
  name: 'income-shares',
  version: 2,
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
        matter: data.matter ?? null,
        income: data.income ?? null,
        costs: data.costs ?? null,
        portion: data.portion ? `${data.portion.weight}/${data.portion.of}` : null,
        amount: null,
        paidBefore: null,
        paid: null,
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
        return { ...row, ...decided(data), decidedAt: occurredAt };
      case 'SharePaid': {
        const paid = { paid: data.amount, paidAt: occurredAt, paidBy: actor.id };
        return { ...row, ...paid, state: 'paid' };
      }
      case 'CaseDropped':
      case 'ActDeclined':
        return { ...row, state: 'dropped' };
      case 'ActRevoked':
        return { ...row, state: 'revoked' };
    }
  },
};

function decided({
  share: amount = '0.00',
  paidBefore = '0.00',
}: Extract<ShareEvent, { type: 'ActDecided' }>['data']) {
  const rest = fen(amount) - fen(paidBefore);
  const state: ShareState = rest > 0n ? 'due' : rest < 0n ? 'due-back' : 'paid';
  return { amount, paidBefore: paidBefore === '0.00' ? null : paidBefore, state };
}

export const incomeSharesModel = listOf(incomeShares, {
  path: 'income-shares',
  operation: 'listIncomeShares',
  summary: 'Who was paid what for extra service, and who is still to be (D30), the latest first.',
  to: readCases,
  of: { column: 'employee', readership: OwnAndBelow },
  params: IncomeSharesParams,
  latest: 'opened',
  migrations: [IncomeShares1764546400000, IncomeSharesOf1764860020007],
});
