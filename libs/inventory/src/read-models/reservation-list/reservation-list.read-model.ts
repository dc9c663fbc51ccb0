import { MayBeAbsent, PageQuery, SeveralOf, Slug } from '@app/http';
import type { Instant } from '@app/kernel';
import { Column, Key, listOf, only, Table, type Projection } from '@app/projections';
import { stockEvents, type Priority, type ReservationEvent } from '../../contract.js';
import { readInventory } from '../../permissions.js';
import { ReservationList1764700000000 } from './1764700000000-reservation-list.js';

export type ReservationStatus = 'open' | 'served' | 'ended';

/** What is kept of a material at a place, for whom and until when. */
@Table('reservation')
export class ReservationRow {
  /** `<sku>:<place>:<slip>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly sku!: string;
  @Column('text') readonly place!: string;
  @Column('text') readonly slip!: string;
  @Column('text') readonly customer!: string;
  /** Document, contract or barcode of the system that is served. */
  @Column('text') readonly system!: string;
  /** Null: for any of the customer's tickets. */
  @Column('text', { nullable: true }) readonly ticket!: string | null;
  @Column('text') readonly priority!: Priority;
  /** Thousandths of the material's unit that were asked for. */
  @Column('bigint') readonly reserved!: string;
  /** Those of them that have not gone out for it yet. */
  @Column('bigint') readonly thousandths!: string;
  @Column('timestamptz') readonly until!: Instant;
  /** `ended`: nothing is kept any more, whether its time was over or somebody said so. */
  @Column('text') readonly status!: ReservationStatus;
  @Column('timestamptz') readonly since!: Instant;
}

/** Which reservations. */
export class ReservationListParams extends PageQuery {
  @MayBeAbsent()
  @Slug()
  sku?: string;

  @MayBeAbsent()
  @Slug()
  place?: string;

  /** Id of the customer on file. */
  @MayBeAbsent()
  @Slug()
  customer?: string;

  @MayBeAbsent()
  @Slug()
  ticket?: string;

  /** Default: every one. */
  @SeveralOf(['open', 'served', 'ended'])
  status?: ReservationStatus[];
}

/** Spares that are kept for the owners of systems that are served (B2). */
export const reservationList: Projection<ReservationRow, ReservationEvent> = {
  name: 'reservation-list',
  version: 1,
  row: ReservationRow,
  handles: only(stockEvents, [
    'MaterialReserved',
    'ReservationServed',
    'ReservationRestored',
    'ReservationEnded',
  ]),
  begins: ['MaterialReserved'],
  keysOf: ({ data: { sku, place, slip } }) => [`${sku}:${place}:${slip}`],
  evolve(row, event, id) {
    const thousandths = String(Math.round(event.data.quantity * 1000));
    if (event.type === 'MaterialReserved') {
      const { quantity: _, ticket = null, ...data } = event.data;
      const fresh = { reserved: thousandths, thousandths, status: 'open' } as const;
      return { id, ...data, ticket, ...fresh, since: event.occurredAt };
    }
    if (!row || event.type === 'ReservationEnded') return row && { ...row, status: 'ended' };
    const sign = event.type === 'ReservationServed' ? -1n : 1n;
    const left = BigInt(row.thousandths) + sign * BigInt(thousandths);
    const status = row.status === 'ended' ? 'ended' : left === 0n ? 'served' : 'open';
    return { ...row, thousandths: left.toString(), status };
  },
};

export const reservationListModel = listOf(reservationList, {
  path: 'reservations',
  operation: 'listReservations',
  summary: 'Spares that are kept for owners of systems, by material, place, customer and ticket.',
  to: readInventory,
  params: ReservationListParams,
  migrations: [ReservationList1764700000000],
});
