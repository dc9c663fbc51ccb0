import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '@app/kernel';
import type { IntakeSource } from '@app/tickets';
import { instantColumn } from '../tickets/instant-column.js';
import type { BoardVisit, TicketBoardRow, TicketStatus } from './ticket-board.row.js';

@Entity({ schema: 'read_model', name: 'ticket_board' })
export class TicketBoardEntity implements TicketBoardRow {
  @PrimaryColumn('text')
  ticket!: string;

  @Column('text')
  status!: TicketStatus;

  @Column('text')
  source!: IntakeSource;

  @Column('boolean')
  emergency!: boolean;

  @Column('text', { nullable: true })
  customer!: string | null;

  @Column('text', { nullable: true })
  site!: string | null;

  @Column('text')
  name!: string;

  @Column('text')
  phone!: string;

  @Column('text')
  address!: string;

  @Column('text')
  fault!: string;

  @Column(instantColumn('opened_at'))
  openedAt!: Instant;

  @Column(instantColumn('response_due'))
  responseDue!: Instant | null;

  @Column(instantColumn('restoration_due'))
  restorationDue!: Instant | null;

  @Column(instantColumn('arrived_at'))
  arrivedAt!: Instant | null;

  @Column(instantColumn('restored_at'))
  restoredAt!: Instant | null;

  @Column(instantColumn('paused_since'))
  pausedSince!: Instant | null;

  @Column(instantColumn('next_due'))
  nextDue!: Instant | null;

  @Column('text', { array: true })
  technicians!: string[];

  @Column('json')
  visits!: BoardVisit[];

  @Column(instantColumn('next_visit_from'))
  nextVisitFrom!: Instant | null;

  @Column(instantColumn('next_visit_until'))
  nextVisitUntil!: Instant | null;

  @Column('integer', { name: 'open_findings', array: true })
  openFindings!: number[];

  @Column(instantColumn('last_event_at'))
  lastEventAt!: Instant;

  @Column('integer')
  version!: number;

  @Column('bigint')
  position!: string;
}
