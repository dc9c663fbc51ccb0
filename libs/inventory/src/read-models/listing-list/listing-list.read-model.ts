import { MayBeAbsent, PageQuery, SeveralOf, Slug } from '@app/http';
import type { Instant } from '@app/kernel';
import { Column, Key, listOf, Table, type Projection } from '@app/projections';
import { listingEvents, type ListingEvent } from '../../contract.js';
import { readInventory } from '../../permissions.js';
import { ListingList1769000020004 } from './1769000020004-listing-list.js';

export type ListingStatus = 'open' | 'cleared' | 'withdrawn' | 'expired';

/** Goods that are listed as slow-moving (D15), or were. */
@Table('listing')
export class ListingRow {
  /** `<sku>:<number>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly sku!: string;
  @Column('integer') readonly number!: number;
  @Column('text') readonly status!: ListingStatus;
  /** Thousandths of the material's unit that were listed. */
  @Column('bigint') readonly thousandths!: string;
  /** Those of them that were not sold within the term yet. */
  @Column('bigint') readonly leftOver!: string;
  @Column('timestamptz') readonly since!: Instant;
  /** It no longer belongs to the term. */
  @Column('timestamptz') readonly until!: Instant;
}

/** Which listings. */
export class ListingListParams extends PageQuery {
  @MayBeAbsent()
  @Slug()
  sku?: string;

  /** Default: every one. */
  @SeveralOf(['open', 'cleared', 'withdrawn', 'expired'])
  status?: ListingStatus[];
}

/** Goods that are listed as slow-moving, and what became of them. */
export const listingList: Projection<ListingRow, ListingEvent> = {
  name: 'listing-list',
  version: 2,
  row: ListingRow,
  handles: listingEvents,
  begins: ['GoodsListed'],
  keysOf: ({ data: { sku, number } }) => [`${sku}:${number}`],
  evolve(row, event, id) {
    if (event.type === 'GoodsListed') {
      const { sku, number, quantity, until } = event.data;
      const thousandths = inThousandths(quantity);
      const begun = { status: 'open', thousandths, leftOver: thousandths } as const;
      return { id, sku, number, ...begun, since: event.occurredAt, until };
    }
    if (!row) return row;
    switch (event.type) {
      case 'ListedGoodsSold':
        return { ...row, leftOver: inThousandths(event.data.left) };
      case 'ListedGoodsTakenBack': {
        const { at, left } = event.data;
        const reopens = row.status === 'cleared' && at < row.until;
        return { ...row, status: reopens ? 'open' : row.status, leftOver: inThousandths(left) };
      }
      case 'ListingCleared':
        return { ...row, status: 'cleared' };
      case 'ListingWithdrawn':
        return { ...row, status: 'withdrawn' };
      case 'ListingExpired':
        return { ...row, status: 'expired' };
    }
  },
};

function inThousandths(units: number): string {
  return String(Math.round(units * 1000));
}

export const listingListModel = listOf(listingList, {
  path: 'listings',
  operation: 'listListings',
  summary: 'Goods that are listed as slow-moving, or were, by material and status.',
  to: readInventory,
  params: ListingListParams,
  migrations: [ListingList1769000020004],
});
