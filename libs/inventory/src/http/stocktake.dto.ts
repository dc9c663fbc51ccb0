import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  Max,
  Min,
} from 'class-validator';
import { CommandDto, Decimals, MayBeAbsent, Slug, Text } from '@app/http';
import { LotBody, LotDto, Lots } from './lot.dto.js';
import { Serials } from './piece.dto.js';

/** What is counted (R16): a place, a class or a list; tools by class or list; materials and tools together. */
export class StartStocktakeDto extends CommandDto {
  /** Number of the stocktake; default: the command's id. */
  @MayBeAbsent()
  @Slug()
  stocktake?: string;

  /** A location, or `hands-` and an employee's id: all that the books have there, unless `class` or `skus` says less. */
  @MayBeAbsent()
  @Slug()
  place?: string;

  /** Materials of this class, at `place` or, without one, at every location. */
  @MayBeAbsent()
  @Slug()
  class?: string;

  /** These materials at `place`, whether the books have any there or not. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Slug({ each: true })
  skus?: string[];

  /** Tools of this class, wherever they are. */
  @MayBeAbsent()
  @Slug()
  toolClass?: string;

  /** These tools. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Slug({ each: true })
  tools?: string[];

  /**
   * Of a place, a class or a class of tools only what comes after this SKU, or this tool; default: from the
   * first. A stocktake of more than 400 lines ends after so many, and its scope says `upTo` where: another
   * one goes on after that.
   */
  @MayBeAbsent()
  @Slug()
  after?: string;

  /** And up to this one, which belongs to it; default: to the last, or as many as one stocktake has. */
  @MayBeAbsent()
  @Slug()
  upTo?: string;
}

/** So many were there; of each counter the last count of a line counts. */
export class CountStockDto extends CommandDto {
  @Slug()
  sku!: string;

  /** Default: that of the scope. */
  @MayBeAbsent()
  @Slug()
  place?: string;

  /** Units, zero or more, with no more decimals than the material has. */
  @Decimals(3)
  @Min(0)
  @Max(1_000_000)
  quantity!: number;

  /** Of each piece that was there, where the material is kept by serial number, and of no other; 200 at most. */
  @Serials({ most: 200 })
  serials?: string[];

  /** Of each lot that was there, where the material is kept by lot, and of no other; of one that is not named there was none. */
  @Lots()
  lots?: LotDto[];
}

export class CountToolDto extends CommandDto {
  @Slug()
  tool!: string;

  /** It was in the store, or whoever has it showed it. */
  @IsBoolean()
  there!: boolean;

  @MayBeAbsent()
  @Text({ max: 500 })
  remark?: string;
}

/** A material at a place, or a tool. */
class ItemDto extends CommandDto {
  @MayBeAbsent()
  @Slug()
  sku?: string;

  /** Default: that of the scope. */
  @MayBeAbsent()
  @Slug()
  place?: string;

  @MayBeAbsent()
  @Slug()
  tool?: string;
}

/** What was counted of it counts no more. */
export class AskForRecountDto extends ItemDto {
  @Text({ max: 500 })
  reason!: string;
}

/** Counting has ended; or what differs has changed since it did, by what was told late. */
export class CloseStocktakeDto extends CommandDto {}

export class ExplainDifferenceDto extends ItemDto {
  @Text({ max: 1000 })
  explanation!: string;
}

/** By a supervisor who has not counted: the differences are booked. */
export class ApproveStocktakeDto extends CommandDto {}

export class CancelStocktakeDto extends CommandDto {
  @Text({ max: 500 })
  reason!: string;
}

class CountedLineBody {
  readonly sku!: string;
  readonly place!: string;
  /** Two people have to count it. */
  readonly twice?: boolean;

  /** Employees who have counted it. */
  @ApiProperty({ type: [String] })
  readonly countedBy!: readonly string[];

  /** Units, as of the closing; absent before it: counters see no figures. */
  readonly counted?: number;
}

class CountedToolBody {
  readonly tool!: string;
  readonly counted!: boolean;
  /** As of the closing; absent before it. */
  readonly there?: boolean;
}

class DifferenceBody {
  readonly sku!: string;
  readonly place!: string;
  readonly counted!: number;
  /** By the books, at the moment of the count. */
  readonly book!: number;
  /** Below zero: missing. */
  readonly difference!: number;
  readonly value!: string;

  /** Of a material that is kept by serial number: pieces that were not there. */
  @ApiProperty({ type: [String], required: false })
  readonly missing?: readonly string[];

  /** Pieces that were there beside the books. */
  @ApiProperty({ type: [String], required: false })
  readonly found?: readonly string[];

  /** Of a material that is kept by lot: those that differ, below zero where some were missing. */
  @ApiProperty({ type: [LotBody], required: false })
  readonly lots?: readonly LotBody[];

  readonly explanation?: string;
  /** What of the difference is not explained by movements that were told after the approval; absent: none was. */
  readonly left?: number;
}

/** A movement of before the count that was told after the approval: it explains a difference, and changes no count. */
class ToldAfterCountBody {
  readonly sku!: string;
  readonly place!: string;
  /** By so much the difference changes: above zero where the movement had gone out. */
  readonly quantity!: number;
  readonly value!: string;
  /** Type of the movement's event. */
  readonly toldLate!: string;
  readonly movedAt!: string;
  readonly slip?: string;
  readonly ticket?: string;
}

class ToolDifferenceBody {
  readonly tool!: string;

  @ApiProperty({ enum: ['missing', 'found'] })
  readonly what!: 'missing' | 'found';

  readonly explanation?: string;
}

class ScopeBody {
  readonly place?: string;
  readonly class?: string;

  @ApiProperty({ type: [String], required: false })
  readonly skus?: readonly string[];

  readonly toolClass?: string;

  @ApiProperty({ type: [String], required: false })
  readonly tools?: readonly string[];

  /** Only what comes after this SKU or tool; absent: from the first. */
  readonly after?: string;
  /** And up to this one; what comes after it is counted in another stocktake. Absent: to the last. */
  readonly upTo?: string;
}

/** A stocktake as it is shown: before the closing without any figures. */
export class StocktakeBody {
  readonly stocktake!: string;

  @ApiProperty({ enum: ['counting', 'closed', 'approved', 'cancelled'] })
  readonly status!: 'counting' | 'closed' | 'approved' | 'cancelled';

  readonly scope!: ScopeBody;
  readonly since!: string;

  @ApiProperty({ type: [CountedLineBody] })
  readonly lines!: readonly CountedLineBody[];

  @ApiProperty({ type: [CountedToolBody] })
  readonly tools!: readonly CountedToolBody[];

  /** Absent before the closing. */
  @ApiProperty({ type: [DifferenceBody], required: false })
  readonly differences?: readonly DifferenceBody[];

  @ApiProperty({ type: [ToolDifferenceBody], required: false })
  readonly toolDifferences?: readonly ToolDifferenceBody[];

  /** Absent: nothing of before the counts was told after the approval. */
  @ApiProperty({ type: [ToldAfterCountBody], required: false })
  readonly toldAfter?: readonly ToldAfterCountBody[];
}
