import type { Yuan } from '@app/kernel';

/** So much, and what it is worth. */
export class AmountBody {
  /** Units of the material, as decimal text. */
  readonly quantity!: string;
  readonly value!: Yuan;
}

/* The columns of the report, each with what is told in it. Out is shown as what went, above zero. */

export class ComingIn {
  /** Opening entries. */
  readonly entered!: AmountBody;
  /** 进: from suppliers. */
  readonly received!: AmountBody;
  /** From other places. */
  readonly takenIn!: AmountBody;
  /** What was on its way to somebody who did not take it. */
  readonly declined!: AmountBody;
  /** From customers. */
  readonly takenBack!: AmountBody;
}

export class GoingOut {
  /** 领用, and to other places. */
  readonly issued!: AmountBody;
  /** Out of somebody's hands, unused. */
  readonly returned!: AmountBody;
  /** 消: on tickets. */
  readonly used!: AmountBody;
  /** 销. */
  readonly sold!: AmountBody;
  readonly scrapped!: AmountBody;
}

/** A material at a place: opening + in − out + adjusted + price difference + late = closing. */
export class StockReportRow {
  readonly sku!: string;
  readonly place!: string;
  readonly opening!: AmountBody;
  readonly in!: ComingIn;
  readonly out!: GoingOut;
  /** Counted less the books, of approved stocktakes (R16). */
  readonly adjusted!: AmountBody;
  /** Receipts that cost something else than was said. */
  readonly priceDifference!: AmountBody;
  /** What happened in the period and was recorded only after its end, in and out against each other. */
  readonly late!: AmountBody;
  readonly closing!: AmountBody;
  /**
   * Units, as decimal text, that tickets say were used by the end of the period without having been in hand (R12),
   * and that nothing explains as of the position. They are in no other column and have no value: what explains
   * them puts them, at their cost, under `out.used` of when it came. Absent: there are none.
   */
  readonly uncovered?: string;
}
