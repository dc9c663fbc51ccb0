import { ApiProperty } from '@nestjs/swagger';
import { Column, Key, Table } from '@app/projections';
import type { ContactRole, CustomerKind, Salutation } from '../../contract.js';

/** A place of the customer where service is given. */
export class CustomerRowSite {
  readonly site!: string;
  readonly address!: string;
  /** A building or sign near the address; null when there is none (N12). */
  readonly landmark!: string | null;
  /** How one gets in; null where nobody has said it. */
  readonly access!: string | null;
  /** Who answers the phone there; null where it is the customer's own number. */
  readonly phone!: string | null;
}

/** Somebody of the customer's who is to be asked for. */
export class CustomerRowContact {
  readonly contact!: string;
  readonly name!: string;
  @ApiProperty({ type: [String] })
  readonly roles!: readonly ContactRole[];
  readonly phone!: string | null;
  /** The one site that they are for; null: all of them. */
  readonly site!: string | null;
}

/** A customer in the list. */
@Table('customer')
export class CustomerRow {
  @Key('text') readonly customer!: string;
  @Column('text') readonly name!: string;
  /** Null where nobody has said it. */
  @Column('text', { nullable: true }) readonly kind!: CustomerKind | null;
  @Column('text', { nullable: true }) readonly salutation!: Salutation | null;
  @Column('text') readonly phone!: string;
  /** The one that was changed last comes last. */
  @ApiProperty({ type: [CustomerRowSite] })
  @Column('json')
  readonly sites!: readonly CustomerRowSite[];
  /** The one that was changed last comes last. */
  @ApiProperty({ type: [CustomerRowContact] })
  @Column('json')
  readonly contacts!: readonly CustomerRowContact[];
  /** Version of the customer's file. */
  @Column('integer') readonly version!: number;
}
