import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '@app/kernel';

/** Who has come to a visit, and whether somebody else is still to. */
export class Comers {
  /** Everybody who has come to it, whether or not they are on it yet. */
  @ApiProperty({ type: [String] })
  readonly came!: readonly string[];
  /** Whoever came had been replaced without hearing of it: the responsible technician is still to come. */
  readonly awaitsNext!: boolean;
  /** Who of them did not come, or come back to work that was interrupted, though others did; until it is shown that they had (V7). */
  @ApiProperty({ type: [String] })
  readonly missed!: readonly string[];
  /** When they had found nobody there, and nobody has come since (V7); null: somebody was there. */
  readonly absentAt!: Instant | null;
}
