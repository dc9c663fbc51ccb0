import { ApiProperty } from '@nestjs/swagger';
import type { Salutation } from '@app/customers';

/** A place of the customer where service is given. */
export class CustomerRowSite {
  readonly site!: string;
  readonly address!: string;
  /** A building or sign near the address; null when there is none (N12). */
  readonly landmark!: string | null;
  /** Who answers the phone there; null where it is the customer's own number. */
  readonly phone!: string | null;
}

/** A customer in the list. */
export class CustomerRow {
  readonly customer!: string;
  readonly name!: string;
  readonly salutation!: Salutation | null;
  readonly phone!: string;
  /** The one that was changed last comes last. */
  @ApiProperty({ type: [CustomerRowSite] })
  readonly sites!: readonly CustomerRowSite[];
  /** Version of the customer's file. */
  readonly version!: number;
}
