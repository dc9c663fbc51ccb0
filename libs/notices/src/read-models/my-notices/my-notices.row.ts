import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';
import type { NoticeAbout } from '../../contract.js';

/** A notice, in the list of the person to whom it was given. */
@Table('notice')
export class NoticeRow {
  /** By which it is acknowledged. */
  @Key('text') readonly notice!: string;
  @Column('text') readonly employee!: string;
  /** Null: it is about none. */
  @Column('text', { nullable: true }) readonly ticket!: string | null;
  /** Of the customer's address; null where the address names none. */
  @Column('text', { nullable: true }) readonly district!: string | null;
  /** What it tells: its `kind`, and what belongs to that kind. */
  @ApiProperty({ type: Object, additionalProperties: true })
  @Column('json')
  readonly about!: NoticeAbout;
  /** When what it tells of happened. */
  @Column('timestamptz') readonly since!: Instant;
  @Column('timestamptz') readonly givenAt!: Instant;
  /** Null: unread. */
  @Column('timestamptz', { nullable: true }) readonly acknowledgedAt!: Instant | null;
  /** What became of its mail; null: none was sent, or it is still being tried. */
  @Column('text', { nullable: true }) readonly mail!: 'sent' | 'failed' | null;
  /** 1 while nobody has acknowledged it, else 0. */
  @Column('integer') readonly unread!: number;
  /** Position of the event with which it was given. */
  @Column('bigint') readonly recorded!: string;
}
