import { ApiProperty } from '@nestjs/swagger';
import { Column, Key, Table } from '@app/projections';
import type { Salutation } from '../../contract.js';

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
@Table('customer')
export class CustomerRow {
  @Key('text') readonly customer!: string;
  @Column('text') readonly name!: string;
  @Column('text', { nullable: true }) readonly salutation!: Salutation | null;
  @Column('text') readonly phone!: string;
  /** The one that was changed last comes last. */
  @ApiProperty({ type: [CustomerRowSite] })
  @Column('json')
  readonly sites!: readonly CustomerRowSite[];
  /** Version of the customer's file. */
  @Column('integer') readonly version!: number;
}
