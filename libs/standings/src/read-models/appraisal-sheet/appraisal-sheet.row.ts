import type { Instant } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';

/** What is remembered of a ticket, a complaint, a finding or a case, so that a later event of it can be put down. */
@Table('appraisal_subject')
export class AppraisalSubjectRow {
  /** The stream of a ticket or a complaint; `<stream>/<finding>`; `<stream>#<case>`. */
  @Key('text') readonly id!: string;
  @Column('json') readonly state!: object;
}

/**
 * What a sheet counts: points of an act, be it from paper; a result, a target or leave, beside them what paper says
 * of the month; a clock that was kept or not; a repair
 * that the first visit brought or not; what a customer said to a follow-up, or signed; a finding that was upheld;
 * a point of a complaint that was upheld and left to the general staff rules.
 */
export type EntryKind =
  | 'points'
  | 'paper-target'
  | 'paper-result'
  | 'result'
  | 'target'
  | 'leave'
  | 'clock'
  | 'first-visit'
  | 'follow-up'
  | 'rating'
  | 'finding'
  | 'complaint';

/** An entry of a month's sheet as an event has left it; the last of its subject counts. */
@Table('appraisal_entry')
export class AppraisalEntryRow {
  /** `<position>`, and where one event makes several `<position>:<month>`. */
  @Key('text') readonly id!: string;
  /** What it is about: of several entries the last one stands. */
  @Column('text') readonly subject!: string;
  @Column('text') readonly employee!: string;
  /** `2026-03`, of the facts. */
  @Column('text') readonly month!: string;
  @Column('text') readonly kind!: EntryKind;
  /** Which result, target or clock; the clause of an act, the code of a finding, the cause of a complaint. */
  @Column('text', { nullable: true }) readonly what!: string | null;
  @Column('text', { nullable: true }) readonly article!: string | null;
  /** Points, hours, yuan, days, or 1 to 5; of what was kept, fixed or content `1`, and `0` of what was not. */
  @Column('text') readonly amount!: string;
  /** It stands; otherwise it was taken off the sheet. */
  @Column('boolean') readonly shown!: boolean;
  @Column('timestamptz') readonly happenedAt!: Instant;
  @Column('timestamptz') readonly recordedAt!: Instant;
  @Column('bigint') readonly position!: string;
  /** The event that says so. */
  @Column('text') readonly stream!: string;
  @Column('integer') readonly version!: number;
  @Column('text') readonly type!: string;
}
