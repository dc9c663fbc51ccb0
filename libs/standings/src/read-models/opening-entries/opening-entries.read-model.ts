import { IsIn, Matches } from 'class-validator';
import { MayBeAbsent, PageQuery, Slug } from '@app/http';
import type { Instant, LocalDate } from '@app/kernel';
import { Column, Key, listOf, only, Table, type Projection, type Recorded } from '@app/projections';
import { figuresEvents, standingEvents } from '../../contract.js';
import type {
  OpeningActsApproved,
  OpeningActsEntered,
  OpeningFiguresApproved,
  OpeningFiguresEntered,
} from '../../domain/opening/opening.events.js';
import { PaperActDto, PaperFigureDto } from '../../http/opening.dto.js';
import { subjectOf } from '../../domain/standing.state.js';
import { OwnAndBelow } from '../../application/own-and-below.js';
import { readCases } from '../../permissions.js';
import { keyOf } from '../of-standing.js';
import { OpeningEntries1764900000006 } from './1764900000006-opening-entries.js';

/** What was entered from paper, and whether it counts. */
@Table('opening_entry')
export class OpeningEntryRow {
  /** `<kind>:<employee>:<year>:<entry>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly kind!: 'acts' | 'figures';
  @Column('text') readonly employee!: string;
  @Column('text') readonly year!: string;
  /** Its number within the employee's year, of its kind. */
  @Column('integer') readonly entry!: number;
  /** `entered`: it waits for the general manager; `replaced`: a correction stands in its place. */
  @Column('text') readonly status!: 'entered' | 'approved' | 'replaced';
  @Column('text') readonly source!: string;
  @Column('text') readonly dated!: LocalDate;
  @Column('integer', { nullable: true }) readonly corrects!: number | null;
  @Column('json') readonly acts!: readonly PaperActDto[];
  @Column('json') readonly figures!: readonly PaperFigureDto[];
  @Column('timestamptz') readonly enteredAt!: Instant;
  @Column('text') readonly enteredBy!: string;
  @Column('timestamptz', { nullable: true }) readonly approvedAt!: Instant | null;
  @Column('text', { nullable: true }) readonly approvedBy!: string | null;
  /** Position of the event that entered it: the order of the list. */
  @Column('bigint') readonly opened!: string;
}

/** Which entries. */
export class OpeningEntriesParams extends PageQuery {
  @MayBeAbsent()
  @Slug()
  employee?: string;

  @MayBeAbsent()
  @Matches(/^20\d{2}$/)
  year?: string;

  @MayBeAbsent()
  @IsIn(['acts', 'figures'])
  kind?: 'acts' | 'figures';

  @MayBeAbsent()
  @IsIn(['entered', 'approved', 'replaced'])
  status?: 'entered' | 'approved' | 'replaced';
}

type OpeningEvent =
  OpeningActsEntered | OpeningActsApproved | OpeningFiguresEntered | OpeningFiguresApproved;

/**
 * Every entry from paper, of acts and of figures. A draft gives way to its correction at once; what counts
 * does once that is approved.
 */
export const openingEntries: Projection<OpeningEntryRow, OpeningEvent> = {
  name: 'opening-entries',
  version: 1,
  row: OpeningEntryRow,
  handles: {
    ...only(standingEvents, ['OpeningActsEntered', 'OpeningActsApproved']),
    ...only(figuresEvents, ['OpeningFiguresEntered', 'OpeningFiguresApproved']),
  },
  keysOf({ type, stream, data }) {
    const entries = [data.entry, data.corrects].flatMap((each) => each ?? []);
    return entries.map((entry) => idOf(kindOf(type), stream, entry));
  },
  evolve(row, event, id) {
    const { type, data, stream, occurredAt, actor } = event;
    if (id !== idOf(kindOf(type), stream, data.entry)) return row && corrected(row, type);
    if (!approves(type)) return entered(id, event as Recorded<EntryEvent>);
    return row && { ...row, status: 'approved', approvedAt: occurredAt, approvedBy: actor.id };
  },
};

export const openingEntriesModel = listOf(openingEntries, {
  path: 'opening-entries',
  operation: 'listOpeningEntries',
  summary:
    'Acts and figures that were taken over from paper (D44), the latest first: what waits for the general manager, and what counts.',
  to: readCases,
  of: { column: 'employee', readership: OwnAndBelow },
  params: OpeningEntriesParams,
  latest: 'opened',
  migrations: [OpeningEntries1764900000006],
});

function kindOf(type: OpeningEvent['type']): OpeningEntryRow['kind'] {
  return type === 'OpeningActsEntered' || type === 'OpeningActsApproved' ? 'acts' : 'figures';
}

function idOf(kind: OpeningEntryRow['kind'], stream: string, entry: number): string {
  const { employee, year } = subjectOf(stream);
  return `${kind}:${keyOf(employee, year)}:${entry}`;
}

type EntryEvent = OpeningActsEntered | OpeningFiguresEntered;

function entered(id: string, event: Recorded<EntryEvent>): OpeningEntryRow {
  const { type, data, stream, occurredAt, actor, position } = event;
  return {
    id,
    kind: kindOf(type),
    ...subjectOf(stream),
    entry: data.entry,
    status: 'entered',
    source: data.source,
    dated: data.dated,
    corrects: data.corrects ?? null,
    acts: type === 'OpeningActsEntered' ? data.acts : [],
    figures: type === 'OpeningFiguresEntered' ? (data.figures as PaperFigureDto[]) : [],
    enteredAt: occurredAt,
    enteredBy: actor.id,
    approvedAt: null,
    approvedBy: null,
    opened: position.toString(),
  };
}

function corrected(row: OpeningEntryRow, by: OpeningEvent['type']): OpeningEntryRow {
  return approves(by) || row.status === 'entered' ? { ...row, status: 'replaced' } : row;
}

function approves(type: OpeningEvent['type']): boolean {
  return type === 'OpeningActsApproved' || type === 'OpeningFiguresApproved';
}
