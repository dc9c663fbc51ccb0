import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '@app/kernel';
import { instantColumn } from '../tickets/instant-column.js';
import type { FindingRow, FindingStatus } from './findings-inbox.row.js';

@Entity({ schema: 'read_model', name: 'finding' })
export class FindingEntity implements FindingRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  ticket!: string;

  @Column('integer')
  finding!: number;

  @Column('text')
  article!: FindingRow['article'];

  @Column('text')
  code!: string;

  @Column('integer', { nullable: true })
  visit!: number | null;

  @Column('text', { nullable: true })
  person!: string | null;

  @Column('text', { nullable: true })
  remark!: string | null;

  @Column('text')
  status!: FindingStatus;

  @Column(instantColumn('occurred_at'))
  occurredAt!: Instant;

  @Column(instantColumn('reviewed_at'))
  reviewedAt!: Instant | null;

  @Column('text', { name: 'reviewed_by', nullable: true })
  reviewedBy!: string | null;

  @Column('text', { nullable: true })
  verdict!: string | null;

  @Column('bigint')
  recorded!: string;
}
