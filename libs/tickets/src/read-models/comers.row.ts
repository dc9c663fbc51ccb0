import { ApiProperty } from '@nestjs/swagger';

/** Who has come to a visit, and whether somebody else is still to. */
export class Comers {
  /** Everybody who has come to it, whether or not they are on it yet. */
  @ApiProperty({ type: [String] })
  readonly came!: readonly string[];
  /** Whoever came had been replaced without hearing of it: the responsible technician is still to come. */
  readonly awaitsNext!: boolean;
}
