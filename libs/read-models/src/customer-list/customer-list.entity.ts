import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CustomerRow, CustomerRowSite } from './customer-list.row.js';

@Entity({ schema: 'read_model', name: 'customer' })
export class CustomerEntity implements CustomerRow {
  @PrimaryColumn('text')
  customer!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  salutation!: CustomerRow['salutation'];

  @Column('text')
  phone!: string;

  @Column('json')
  sites!: CustomerRowSite[];

  @Column('integer')
  version!: number;
}
