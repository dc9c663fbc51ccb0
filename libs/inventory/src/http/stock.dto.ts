import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Max } from 'class-validator';
import { ReopenVerdictDto } from '@app/findings/src/http/reopen-verdict.dto.js';
import { ReviewFindingDto } from '@app/findings/src/http/review-finding.dto.js';
import { Amount, CommandDto, ContentHash, Decimals, MayBeAbsent, Slug, Text } from '@app/http';
import type { Priority } from '../domain/stock/reservation.events.js';
import type { PaymentMethod } from '../domain/stock/payment-method.js';
import { LotBody, LotDto, Lots } from './lot.dto.js';
import { Serials } from './piece.dto.js';

/** A material at a place. */
class AtPlaceDto extends CommandDto {
  /** Default: that of the path. */
  @MayBeAbsent()
  @Slug()
  sku?: string;

  /** A location, or `hands-` and an employee's id. */
  @Slug()
  place!: string;
}

class SomeDto extends AtPlaceDto {
  /** Units, above zero, 1,000,000 at most, with no more decimals than the material has. */
  @Decimals(3)
  @Max(1_000_000)
  quantity!: number;
}

/** Pieces that are counted alone, or named by their serial numbers. */
class PiecesDto extends SomeDto {
  /** Of each piece, where the material is kept by serial number, and of no other; 200 in one movement at most. */
  @Serials()
  serials?: string[];

  /** Of each lot, where the material is kept by lot, and of no other; of what goes out default: the only one that is there. */
  @Lots()
  lots?: LotDto[];
}

class PaperOfPiecesDto extends PiecesDto {
  /** Number of the paper; default: the command's id. */
  @MayBeAbsent()
  @Slug()
  slip?: string;
}

export class PaperDto extends SomeDto {
  /** Number of the paper; default: the command's id. */
  @MayBeAbsent()
  @Slug()
  slip?: string;
}

export class OfSlipDto extends AtPlaceDto {
  /** Number of the paper. */
  @Slug()
  slip!: string;
}

/** What was there when books were begun. */
export class EnterOpeningStockDto extends PiecesDto {
  /** Of all of it together, 1000000000.00 at most. */
  @Amount()
  value!: string;

  /** Where it was taken from. */
  @Text({ max: 200 })
  source!: string;
}

/** From a supplier, into a store or a van. */
export class ReceiveMaterialDto extends PaperOfPiecesDto {
  /** Above zero; all of it together is worth 1000000000.00 at most. */
  @Amount()
  unitCost!: string;

  @Text({ max: 200, singleLine: true })
  supplier!: string;

  @Text({ max: 100, singleLine: true })
  deliveryNote!: string;
}

/** Material is asked for: what is not issued in 30 days waits no more, and 20 of one person wait at a time. */
export class RequestMaterialDto extends PaperDto {
  /** A location, or `hands-` and an employee's id. */
  @Slug()
  to!: string;

  /** For which ticket. */
  @MayBeAbsent()
  @Slug()
  ticket?: string;
}

/** Material leaves a place, and is on its way until the receiver accepts it. */
export class IssueMaterialDto extends RequestMaterialDto {
  /** Number of the reservation that it was kept under, for that ticket or its customer; default: all those. */
  @MayBeAbsent()
  @Slug()
  reservation?: string;

  /** Of each piece, where the material is kept by serial number, and of no other; 200 in one movement at most. */
  @Serials()
  serials?: string[];

  /** Of each lot, where the material is kept by lot, and of no other; default: the only one that is there. */
  @Lots()
  lots?: LotDto[];
}

/** It is wanted no more: by whoever asked or is to have it, or by the stores. */
export class WithdrawMaterialRequestDto extends OfSlipDto {
  @Text({ max: 500 })
  reason!: string;
}

export class ApproveMaterialRequestDto extends OfSlipDto {}

/** By the receiver: it has arrived. */
export class AcceptMaterialDto extends OfSlipDto {
  /** Entered by the stores, or in the receiver's place: the stored picture of their signature, the hash that `POST /files` answered. */
  @MayBeAbsent()
  @ContentHash()
  signature?: string;
}

export class DeclineMaterialDto extends OfSlipDto {
  @Text({ max: 500 })
  reason!: string;
}

/** Unused, out of somebody's hands, into a store or a van. */
export class ReturnMaterialDto extends PiecesDto {
  @Slug()
  to!: string;
}

/** By whoever acts. */
export class SellMaterialDto extends PaperOfPiecesDto {
  /** Number of the reservation that it was kept under, for that customer, whose id `customer` says; default: none. */
  @MayBeAbsent()
  @Slug()
  reservation?: string;

  /** Who buys: the id of their file, or words for somebody without one, which is looked into when the day is over (D25). */
  @Text({ max: 200, singleLine: true })
  customer!: string;

  /** Of all of it together, above zero, 1000000000.00 at most. */
  @Amount()
  price!: string;

  @IsIn(['cash', 'card', 'wechat', 'alipay', 'transfer'])
  method!: PaymentMethod;
}

/** From the customer, of a sale. */
export class TakeBackMaterialDto extends PiecesDto {
  /** Of the sale. */
  @Slug()
  slip!: string;

  /** At most what was paid for those pieces, and for earlier ones of the sale and not refunded. */
  @Amount()
  refund!: string;

  /** Why less is refunded than was paid for those pieces; required then. The seller's result is less by what was paid. */
  @MayBeAbsent()
  @Text({ max: 500 })
  reason?: string;
}

export class ScrapMaterialDto extends PiecesDto {
  @Text({ max: 500 })
  reason!: string;
}

/** A receipt cost something else than was said. */
export class CorrectReceiptPriceDto extends OfSlipDto {
  /** Above zero; all of it together is worth 1000000000.00 at most. */
  @Amount()
  unitCost!: string;

  @Text({ max: 500 })
  reason!: string;
}

/** A supervisor's verdict on what was found in the books of a place. */
export class ReviewStockFindingDto extends ReviewFindingDto {
  /** Default: that of the path. */
  @MayBeAbsent()
  @Slug()
  sku?: string;

  @Slug()
  place!: string;
}

/** The person concerned has appealed against a verdict on what was found in the books of a place. */
export class ReopenStockVerdictDto extends ReopenVerdictDto {
  /** Default: that of the path. */
  @MayBeAbsent()
  @Slug()
  sku?: string;

  @Slug()
  place!: string;
}

class OnItsWayBody {
  readonly slip!: string;
  readonly to!: string;
  readonly quantity!: number;
  readonly value!: string;
  readonly issuedAt!: string;
  readonly ticket?: string;

  /** Of the pieces; absent: they are counted alone. */
  @ApiProperty({ type: [String], required: false })
  readonly serials?: readonly string[];

  /** Absent: it is not kept by lot. */
  @ApiProperty({ type: [LotBody], required: false })
  readonly lots?: readonly LotBody[];
}

class RequestedBody {
  readonly slip!: string;
  readonly to!: string;
  readonly quantity!: number;
  /** The employee who asked. */
  readonly by!: string;
  /** Who entered it in their place; absent: they did. */
  readonly enteredBy?: string;
  /** When it was asked for. */
  readonly at!: string;
  /** From then on it waits no more. */
  readonly until!: string;
  readonly approved!: boolean;
}

class ReservedBody {
  readonly slip!: string;
  readonly customer!: string;
  readonly system!: string;
  readonly ticket?: string;
  readonly priority!: Priority;
  readonly quantity!: number;
  readonly since!: string;
  readonly until!: string;
}

class UncoveredBody {
  readonly ticket!: string;
  readonly visit!: number;
  /** Its number on the ticket. */
  readonly entry!: number;
  /** Of the piece; absent: it is counted alone. */
  readonly serial?: string;
  /** That the entry names; absent: it names none. */
  readonly lot?: string;
  readonly quantity!: number;
  readonly at!: string;
}

/** A material at a place, as it is shown. */
export class StockBody {
  readonly sku!: string;
  readonly place!: string;
  /** Units that are there. */
  readonly quantity!: number;
  /** Of all of them together. */
  readonly value!: string;
  /** Moving average of a unit, in yuan with six places; absent where there is none. */
  readonly averageCost?: string;

  /** What is there of each lot, first what expires first; absent: it is not kept by lot. */
  @ApiProperty({ type: [LotBody], required: false })
  readonly lots?: readonly LotBody[];

  /** Issued, and not accepted yet. */
  @ApiProperty({ type: [OnItsWayBody] })
  readonly onItsWay!: readonly OnItsWayBody[];

  /** Asked for, and not issued yet. */
  @ApiProperty({ type: [RequestedBody] })
  readonly requests!: readonly RequestedBody[];

  /** Kept for owners of systems, until it is served or its time is over (B2). */
  @ApiProperty({ type: [ReservedBody] })
  readonly reservations!: readonly ReservedBody[];

  /** Used on tickets without having been there, and not explained yet. */
  @ApiProperty({ type: [UncoveredBody] })
  readonly uncovered!: readonly UncoveredBody[];
}
