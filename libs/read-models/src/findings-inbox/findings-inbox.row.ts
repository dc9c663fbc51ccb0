import type { Instant } from '@app/kernel';
import type { FindingDetail } from '@app/tickets';

export type FindingStatus = 'open' | 'upheld' | 'excused';

/** A deviation that a supervisor is to review, or has reviewed. */
export class FindingRow {
  /** `<ticket>/<finding>`. */
  readonly id!: string;
  readonly ticket!: string;
  readonly finding!: number;
  readonly article!: FindingDetail['article'];
  readonly code!: string;
  readonly visit!: number | null;
  readonly person!: string | null;
  readonly remark!: string | null;
  readonly status!: FindingStatus;
  /** When the deviation happened, by the clock of whoever it was noticed with. */
  readonly occurredAt!: Instant;
  readonly reviewedAt!: Instant | null;
  readonly reviewedBy!: string | null;
  /** The reason for which it was excused, or the remark with which it was upheld. */
  readonly verdict!: string | null;
  /** Position of the event that recorded it: the order of the inbox. */
  readonly recorded!: string;
}
