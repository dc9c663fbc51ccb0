import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '@app/kernel';
import type { RepairCause } from '../../domain/ticket/ticket.values.js';
import {
  DetailEntitlement,
  DetailEntry,
  DetailUnitFound,
} from '../ticket-detail/detail-values.row.js';

/** Whose the unit was, and where, from a moment on. */
export class UnitOwner {
  readonly from!: Instant;
  /** Null: nobody's on file. */
  readonly customer!: string | null;
  readonly site!: string | null;
}

/** A component, as long as it was there. */
export class UnitComponent {
  readonly barcode!: string;
  readonly name!: string;
  readonly sku?: string;
  readonly serial?: string;
  /** Barcode of what took its place; absent: it is there still. */
  readonly replacedBy?: string;
  readonly replacedAt?: Instant;
  /** The ticket on which it was swapped. */
  readonly ticket?: string;
}

/** What was said of the unit's file. */
export class UnitFileChange {
  readonly at!: Instant;
  readonly what!: 'registered' | 'accepted' | 'corrected' | 'retired';
  readonly by!: string;
  /** Of a correction. */
  readonly reason?: string;
}

/** What was measured or tried at the end of a repair. */
export class UnitReading {
  readonly at!: Instant;
  readonly testResult!: string;
  readonly cause!: RepairCause;
  readonly restored!: boolean;
}

export class UnitVisit {
  readonly visit!: number;
  readonly technician!: string;
  readonly arrivedAt!: Instant | null;
  readonly entitlement!: DetailEntitlement | null;
  /** What its file said then; null: it was not found on this visit. */
  readonly unit!: DetailUnitFound | null;
  /** Those that stand. */
  @ApiProperty({ type: [DetailEntry] })
  readonly parts!: DetailEntry[];
  readonly readings!: UnitReading[];
}

export class UnitTicket {
  readonly ticket!: string;
  readonly status!: 'open' | 'resolved' | 'closed' | 'cancelled';
  readonly openedAt!: Instant;
  readonly fault!: string;
  readonly customer!: string | null;
  readonly visits!: UnitVisit[];
}

/** Everything that happened to a unit: whose it was, what of it was swapped, and each ticket with its parts and readings (R8). */
export class UnitHistory {
  readonly unit!: string;
  /** The first owner first. */
  readonly owners!: UnitOwner[];
  readonly file!: UnitFileChange[];
  /** Those that were replaced among them. */
  readonly components!: UnitComponent[];
  /** The latest first, at most 200: those on which it was found, or a component of it swapped. */
  readonly tickets!: UnitTicket[];
  readonly position!: string;
}
