import { IsIn, Matches } from 'class-validator';
import { Flag, MayBeAbsent, PageQuery, Slug, Text } from '@app/http';
import type { Instant } from '@app/kernel';
import { Column, Key, listOf, Table, type Projection } from '@app/projections';
import { standingEvents, type StandingEvent } from '../../contract.js';
import type { OpeningActsEvent } from '../../domain/opening/opening.events.js';
import type { CaseStatus } from '../../domain/standing.state.js';
import { isPending, subjectOf } from '../../domain/standing.state.js';
import { OwnAndBelow } from '../../application/own-and-below.js';
import { readCases } from '../../permissions.js';
import { keyOf } from '../of-standing.js';
import { CaseBoard1764500200000 } from './1764500200000-case-board.js';

/** A case, and since when it waits for its next step. */
@Table('discipline_case')
export class CaseRow {
  /** `<employee>:<year>:<number>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly employee!: string;
  @Column('text') readonly year!: string;
  /** Number of the case within the year. */
  @Column('integer') readonly number!: number;
  @Column('text') readonly department!: string;
  @Column('text') readonly article!: string;
  @Column('text') readonly clause!: string;
  /** The edition that judges it. */
  @Column('text') readonly edition!: string;
  @Column('text') readonly status!: CaseStatus;
  /** Whether a step is still to come. */
  @Column('boolean') readonly pending!: boolean;
  @Column('timestamptz') readonly happenedAt!: Instant;
  @Column('timestamptz') readonly openedAt!: Instant;
  /** Since when it is in this state: its age on the board. */
  @Column('timestamptz') readonly since!: Instant;
  /** Until when the employee is heard; null where nobody is to be. */
  @Column('timestamptz', { nullable: true }) readonly hearingUntil!: Instant | null;
  /** Until when it can be appealed against; null before a decision. */
  @Column('timestamptz', { nullable: true }) readonly appealUntil!: Instant | null;
  /** Position of the event that opened it: the order of the board. */
  @Column('bigint') readonly opened!: string;
}

/** Which cases. */
export class CaseBoardParams extends PageQuery {
  @MayBeAbsent()
  @Slug()
  employee?: string;

  @MayBeAbsent()
  @Matches(/^20\d{2}$/)
  year?: string;

  @MayBeAbsent()
  @IsIn(['sales', 'repair', 'office'])
  department?: string;

  @MayBeAbsent()
  @Text({ max: 10, singleLine: true })
  article?: string;

  /** `true`: a step is still to come; `since` says since when it waits. */
  @Flag()
  pending?: boolean;

  @MayBeAbsent()
  @IsIn(['open', 'verified', 'dropped', 'proposed', 'decided', 'declined', 'appealed', 'revoked'])
  status?: CaseStatus;
}

type CaseEvent = Exclude<
  StandingEvent,
  | OpeningActsEvent
  | { type: 'PeriodEvaluated' | 'ProfitNoted' | 'ShortageRecorded' | 'YearClosed' | 'YearReopened' }
>;

const {
  OpeningActsEntered: _entered,
  OpeningActsApproved: _approved,
  ActTakenOver: _over,
  ActTakenBack: _back,
  PeriodEvaluated: _evaluated,
  ShortageRecorded: _shortage,
  ProfitNoted: _profit,
  YearClosed: _closed,
  YearReopened: _reopened,
  ...caseEvents
} = standingEvents;

/** The state in which a case is after an event; absent where it stays as it was. */
const AFTER: { readonly [Type in CaseEvent['type']]?: CaseStatus } = {
  CaseVerified: 'verified',
  CaseDropped: 'dropped',
  ActProposed: 'proposed',
  ActDecided: 'decided',
  ActDeclined: 'declined',
  AppealFiled: 'appealed',
  ActRevoked: 'revoked',
  ActReduced: 'decided',
  AppealRejected: 'decided',
};

/** Every case of every year. */
export const caseBoard: Projection<CaseRow, CaseEvent> = {
  name: 'case-board',
  version: 1,
  row: CaseRow,
  handles: caseEvents,
  begins: ['CaseOpened'],
  keysOf({ stream, data }) {
    const { employee, year } = subjectOf(stream);
    return [`${keyOf(employee, year)}:${data.case}`];
  },
  evolve(row, event, id) {
    const { type, data, occurredAt, position, stream } = event;
    if (type === 'CaseOpened')
      return {
        id,
        ...subjectOf(stream),
        number: data.case,
        department: data.department,
        article: data.article,
        clause: data.clause,
        edition: data.judgedBy.edition,
        status: 'open',
        pending: true,
        happenedAt: data.happenedAt,
        openedAt: occurredAt,
        since: occurredAt,
        hearingUntil: null,
        appealUntil: null,
        opened: position.toString(),
      };
    if (!row) return undefined;
    const status = AFTER[type];
    if (status === undefined) return row;
    return {
      ...row,
      status,
      pending: isPending({ status }),
      since: occurredAt,
      ...(type === 'ActProposed' && { hearingUntil: data.hearingUntil ?? null }),
      ...(type === 'ActDecided' && { appealUntil: data.appealUntil }),
    };
  },
};

export const caseBoardModel = listOf(caseBoard, {
  path: 'discipline-cases',
  operation: 'listDisciplineCases',
  summary:
    'Cases of rewards and discipline, the latest first; who is about to decide sees what else is pending.',
  to: readCases,
  of: { column: 'employee', readership: OwnAndBelow },
  params: CaseBoardParams,
  latest: 'opened',
  migrations: [CaseBoard1764500200000],
});
