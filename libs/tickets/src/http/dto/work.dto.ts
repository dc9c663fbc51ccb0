import { ArrayMaxSize, IsArray, IsBoolean, IsIn, Max, Min } from 'class-validator';
import {
  AsPrinted,
  CommandDto,
  ContentHash,
  InstantText,
  Slug,
  Text,
  MayBeAbsent,
  Nested,
  Integer,
} from '@app/http';
import type {
  CompleteRepair,
  ConsumePart,
  DataOf,
  LogLabour,
  ResumeWork,
  ReturnProduct,
  SuspendWork,
  TakeProductIn,
} from '../../domain/ticket/ticket.commands.js';
import type { RepairCause, SuspensionReason } from '../../domain/ticket/ticket.values.js';
import { SignatureDto, SpanDto, VisitStepDto } from './values.dto.js';

const REASONS: readonly SuspensionReason[] = [
  'rest-or-meal',
  'part-awaited',
  'customer-unavailable',
  'other',
];
export const CAUSES: readonly RepairCause[] = ['company-product', 'external', 'no-fault'];

export class StartWorkDto extends VisitStepDto {}

/** Breaking off, and the time agreed for going on (V19). */
export class SuspendWorkDto extends VisitStepDto implements DataOf<SuspendWork> {
  @IsIn(REASONS)
  reason!: SuspensionReason;

  /** The cause lies with the customer, so the restoration clock stands still. */
  @IsBoolean()
  customerSide!: boolean;

  /**
   * When the work is to go on, as it was agreed, with a zone. Whoever leaves and comes back to it is promised for
   * that moment: later without a notice in time is late (V7), and no grace is given. The diary keeps an hour free.
   */
  @InstantText()
  resumeAt!: string;

  /** The customer was asked for their hours before. */
  @IsBoolean()
  hoursAsked!: boolean;

  @IsBoolean()
  apologised!: boolean;

  /** The customer's own words, where work is to go on in their rest or meal hours. */
  @MayBeAbsent()
  @Text({ max: 500 })
  customerWishes?: string;
}

export class ResumeWorkDto extends VisitStepDto implements DataOf<ResumeWork> {
  /** The customer's own words, where work goes on although they rest or eat then. */
  @MayBeAbsent()
  @Text({ max: 500 })
  customerWishes?: string;
}

export class LogLabourDto extends VisitStepDto implements DataOf<LogLabour> {
  @Text({ max: 100, singleLine: true })
  workType!: string;

  @Nested(() => SpanDto)
  span!: SpanDto;
}

export class ConsumePartDto extends VisitStepDto implements DataOf<ConsumePart> {
  @Slug()
  sku!: string;

  @Integer()
  @Min(1)
  @Max(10_000)
  quantity!: number;

  @MayBeAbsent()
  @AsPrinted()
  @Slug()
  serial?: string;

  /** Of a material that is kept by lot; default: the only one that the technician has in hand. */
  @MayBeAbsent()
  @AsPrinted()
  @Slug()
  lot?: string;
}

export class CompleteRepairDto extends VisitStepDto implements DataOf<CompleteRepair> {
  @IsIn(CAUSES)
  cause!: RepairCause;

  @Text({ max: 1000 })
  testResult!: string;

  /** The service is restored; false: another visit is needed. */
  @IsBoolean()
  restored!: boolean;

  /** The customer's own words, where work went on through their rest or meal hours. */
  @MayBeAbsent()
  @Text({ max: 500 })
  customerWishes?: string;

  @IsArray()
  @ArrayMaxSize(20)
  @ContentHash({ each: true })
  photos!: string[];
}

export class CleanSiteDto extends VisitStepDto {}

/** Taking the product to the workshop, where the customer agrees (V18). */
export class TakeProductInDto extends VisitStepDto implements DataOf<TakeProductIn> {
  @Text({ max: 200, singleLine: true })
  product!: string;

  /** Number of the slip that the customer keeps. */
  @MayBeAbsent()
  @Slug()
  custodySlip?: string;

  @MayBeAbsent()
  @Text({ max: 100, singleLine: true })
  agreedBy?: string;

  /** Of the product as it is taken along. */
  @IsArray()
  @ArrayMaxSize(20)
  @ContentHash({ each: true })
  photos!: string[];

  /** Of who gives the product; refused without, unless it is told late. */
  @MayBeAbsent()
  @Nested(() => SignatureDto)
  signature?: SignatureDto;
}

export class ReturnProductDto extends CommandDto implements DataOf<ReturnProduct> {
  /** The visit on which it was brought back; none when the customer fetched it. */
  @MayBeAbsent()
  @Integer()
  @Min(1)
  visit?: number;

  @Text({ max: 200, singleLine: true })
  product!: string;

  @Text({ max: 100, singleLine: true })
  receivedBy!: string;

  /** What they are to the customer; needed of whoever is neither the customer, one of theirs who is responsible, nor who gave it. */
  @MayBeAbsent()
  @Text({ max: 100, singleLine: true })
  relationship?: string;

  /** Of who gets the product back; refused without, unless it is told late. */
  @MayBeAbsent()
  @Nested(() => SignatureDto)
  signature?: SignatureDto;
}
