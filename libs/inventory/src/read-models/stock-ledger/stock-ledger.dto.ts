import { MayBeAbsent, PageQuery, Slug } from '@app/http';

/** Of which material, and where. */
export class StockLedgerParams extends PageQuery {
  @Slug()
  sku!: string;

  /** A location, or somebody's hands; default: every place. */
  @MayBeAbsent()
  @Slug()
  place?: string;
}
