import { ApiProperty } from '@nestjs/swagger';
import { Max } from 'class-validator';
import { CommandDto, Decimals, InstantText, MayBeAbsent, Slug, Text } from '@app/http';
import type { KnownListing } from '../domain/listing/listing.js';

/** Goods are listed as slow-moving (滞销品): whoever sells them all within the term is proposed for a merit (D15). */
export class ListGoodsDto extends CommandDto {
  @Slug()
  sku!: string;

  /** Units that are to be sold, above zero, with no more decimals than the material has. */
  @Decimals(3)
  @Max(1_000_000)
  quantity!: number;

  /** End of the term, which no longer belongs to it. */
  @InstantText()
  until!: string;

  @MayBeAbsent()
  @Text({ max: 500 })
  remark?: string;
}

/** It is no slow-moving good any more, for another reason than that it was sold. */
export class WithdrawListingDto extends CommandDto {
  @Text({ max: 500 })
  reason!: string;
}

class SoldByBody {
  readonly seller!: string;
  readonly quantity!: number;
}

/** The last listing of a material as slow-moving, as it is shown. */
export class ListingBody {
  readonly sku!: string;
  /** The listings of a material are numbered from 1. */
  readonly number!: number;

  @ApiProperty({ enum: ['open', 'cleared', 'withdrawn', 'expired'] })
  readonly status!: KnownListing['status'];

  readonly since!: string;
  readonly until!: string;
  readonly quantity!: number;
  /** Units that were not sold within the term yet. */
  readonly left!: number;

  /** In the order in which they sold first. */
  @ApiProperty({ type: [SoldByBody] })
  readonly sellers!: readonly SoldByBody[];
}
