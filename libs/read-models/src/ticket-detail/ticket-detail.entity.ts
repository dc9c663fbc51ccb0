import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TicketDetail, TicketDetailRow } from './ticket-detail.row.js';

@Entity({ schema: 'read_model', name: 'ticket_detail' })
export class TicketDetailEntity implements TicketDetailRow {
  @PrimaryColumn('text')
  ticket!: string;

  @Column('json')
  detail!: TicketDetail;

  @Column('integer')
  version!: number;

  @Column('bigint')
  position!: string;
}
