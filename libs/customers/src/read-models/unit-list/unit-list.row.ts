import { ApiProperty } from '@nestjs/swagger';
import { Column, Key, Table } from '@app/projections';
import type { InstalledComponent, UnitKind, Warranty } from '../../contract.js';
import { InstalledComponentBody } from '../../http/unit.dto.js';

/** A unit of the installed base in the list. */
@Table('unit')
export class UnitRow {
  @Key('text') readonly unit!: string;
  @Column('text') readonly kind!: UnitKind;
  @Column('text') readonly status!: 'in-use' | 'retired';
  @Column('text') readonly product!: string;
  @Column('text', { nullable: true }) readonly serial!: string | null;
  /** Its owner; null: nobody on file. */
  @Column('text', { nullable: true }) readonly customer!: string | null;
  @Column('text', { nullable: true }) readonly site!: string | null;
  /** Numbers of its service documents. */
  @ApiProperty({ type: [String] })
  @Column('json')
  readonly documents!: readonly string[];
  /** Those that were replaced among them. */
  @ApiProperty({ type: [InstalledComponentBody] })
  @Column('json')
  readonly components!: readonly InstalledComponent[];
  /** From what its warranty is counted; null: that has not come, or is not known. */
  @Column('text', { nullable: true }) readonly countedFrom!: Warranty['countedFrom'] | null;
  @Column('date', { nullable: true }) readonly warrantyFrom!: string | null;
  /** The last day of the warranty, included. */
  @Column('date', { nullable: true }) readonly warrantyUntil!: string | null;
  /** Version of the unit's file. */
  @Column('integer') readonly version!: number;
}
