import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';
import type { FindingDetail } from '../../domain/finding.events.js';
import type { FindingStatus } from '../../domain/finding.state.js';

/** A deviation that a supervisor is to review, or has reviewed. */
@Table('finding')
export class FindingRow {
  /** `<stream>/<finding>`. */
  @Key('text') readonly id!: string;
  /** Kind of what it was found in: `ticket`, `tool`. */
  @Column('text') readonly kind!: string;
  /** Id of what it was found in, such as the ticket's. */
  @Column('text') readonly entity!: string;
  @Column('integer') readonly finding!: number;
  @Column('text') readonly article!: FindingDetail['article'];
  @Column('text') readonly code!: string;
  /** Where in the stream, in the words of its context: `{ visit: 1 }`. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  @Column('json', { nullable: true })
  readonly place!: Readonly<Record<string, string | number>> | null;
  @Column('text', { nullable: true }) readonly person!: string | null;
  @Column('text', { nullable: true }) readonly remark!: string | null;
  @Column('text') readonly status!: FindingStatus;
  /** When the deviation happened, by the clock of whoever it was noticed with. */
  @Column('timestamptz') readonly occurredAt!: Instant;
  @Column('timestamptz', { nullable: true }) readonly reviewedAt!: Instant | null;
  @Column('text', { nullable: true }) readonly reviewedBy!: string | null;
  /** The reason for which it was excused, the remark with which it was upheld, or the event that disproved it. */
  @Column('text', { nullable: true }) readonly verdict!: string | null;
  /** Position of the event that recorded it: the order of the inbox. */
  @Column('bigint') readonly recorded!: string;
}
