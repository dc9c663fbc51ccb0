import { AsOfQuery, CalendarDate, MayBeAbsent, WholeNumber } from '@app/http';

/** Over which days, and how often makes a repeat. */
export class RepeatFaultsParams extends AsOfQuery {
  /** The first day. */
  @CalendarDate()
  from!: string;

  /** The last day, included. */
  @CalendarDate()
  until!: string;

  /** Tickets of one unit from which on its faults count as repeated; default 2. */
  @MayBeAbsent()
  @WholeNumber({ min: 2, max: 100 })
  times?: number;
}

/** A unit that was served more than once. */
export class RepeatedUnit {
  readonly unit!: string;
  /** The first first. */
  readonly tickets!: string[];
}

/** How often one of a product comes back (R9). */
export class ProductFaults {
  /** As the units were called when they were served. */
  readonly product!: string;
  /** Units of it that were served. */
  readonly units!: number;
  readonly tickets!: number;
  /** Repairs that were completed because of the company's own product. */
  readonly ownFaults!: number;
  /** Repairs that were completed, and did not bring it back. */
  readonly notRestored!: number;
  /** Those that came back, the most often first, at most 50. */
  readonly repeated!: RepeatedUnit[];
}

export class RepeatFaults {
  /** Products of which at least one unit came back, the most of such units first; at most 200. */
  readonly items!: ProductFaults[];
  readonly position!: string;
}
