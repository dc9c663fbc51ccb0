import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  Max,
  Min,
} from 'class-validator';
import { Amount, MayBeAbsent, Nested, Slug, Text, Integer } from '@app/http';
import type {
  BidFarewell,
  CollectCharge,
  CorrectHandOver,
  DataOf,
  HandOverMoney,
  IssueReceipt,
  LeaveSite,
  RefundCharge,
  RefuseSignature,
  SignServiceRecord,
  StateEarners,
  WaiveCharge,
} from '../../domain/ticket/ticket.commands.js';
import type { PaymentMethod } from '../../domain/ticket/ticket.values.js';
import { PAYMENT_METHODS } from './ticket.dto.js';
import { SignedStepDto, VisitReasonDto, VisitStepDto } from './values.dto.js';

/** The customer signs the service record and says what they think of the service (V22). */
export class SignServiceRecordDto extends SignedStepDto implements DataOf<SignServiceRecord> {
  /** From 1, very dissatisfied, to 5, very satisfied. */
  @Integer()
  @Min(1)
  @Max(5)
  satisfaction!: 1 | 2 | 3 | 4 | 5;

  @MayBeAbsent()
  @Text({ max: 2000 })
  suggestions?: string;
}

export class RefuseSignatureDto extends VisitReasonDto implements DataOf<RefuseSignature> {}

/** Money taken from the customer, at most what they signed for (V17, V23). */
export class CollectChargeDto extends VisitStepDto implements DataOf<CollectCharge> {
  @Amount()
  amount!: string;

  @IsIn(PAYMENT_METHODS)
  method!: PaymentMethod;

  /** Number of a receipt that is given at once; required when the visit is completed or the ticket closed. */
  @MayBeAbsent()
  @Slug()
  receipt?: string;

  /** How the customer pays the rest, and when, as agreed with them; where it is said, what is not paid yet is no finding (V23). */
  @MayBeAbsent()
  @Text({ max: 500 })
  restAgreed?: string;
}

/** What a supervisor lets the customer off. */
export class WaiveChargeDto extends VisitReasonDto implements DataOf<WaiveCharge> {
  @Amount()
  amount!: string;

  /** Number of the line in the quote that was signed last, from 1; default: of all that is charged, pro rata. */
  @MayBeAbsent()
  @Integer()
  @Min(1)
  @Max(100)
  line?: number;
}

/** Money given back to the customer, with the receipt that they sign for it. */
export class RefundChargeDto extends VisitReasonDto implements DataOf<RefundCharge> {
  @Amount()
  amount!: string;

  @IsIn(PAYMENT_METHODS)
  method!: PaymentMethod;

  /** Number of the receipt for the refund (退款凭证). */
  @Slug()
  receipt!: string;
}

/** Money that somebody collected at the customer's comes to the office (D40). */
export class HandOverMoneyDto extends VisitStepDto implements DataOf<HandOverMoney> {
  /** Who had collected it; default: whoever is responsible for the visit. */
  @MayBeAbsent()
  @Slug()
  employee?: string;

  /** At most what they have in hand of the visit. */
  @Amount()
  amount!: string;
}

/** What was entered as received was less or more, or somebody else's (D40). */
export class CorrectHandOverDto extends VisitReasonDto implements DataOf<CorrectHandOver> {
  /** Its number within the visit, from 1. */
  @Integer()
  @Min(1)
  handOver!: number;

  /** Who had collected it; default: as it was entered. */
  @MayBeAbsent()
  @Slug()
  employee?: string;

  /** At most what they had in hand then; 0.00: nothing was received. */
  @Amount()
  amount!: string;
}

export class EarnerDto {
  /** Employee who is or was on the visit. */
  @Slug()
  employee!: string;

  /** So many of the sum of all are theirs. */
  @Integer()
  @Min(1)
  @Max(100)
  weight!: number;
}

/** Who earned the extra service of a visit (D30); in place of what was stated before. */
export class StateEarnersDto extends VisitStepDto implements DataOf<StateEarners> {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Nested(() => EarnerDto, { each: true })
  earners!: EarnerDto[];

  /** Numbers of the entries of parts that went into it; default: all of the visit. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(1, { each: true })
  parts?: number[];
}

export class IssueReceiptDto extends VisitStepDto implements DataOf<IssueReceipt> {
  /** Number of the receipt (收费凭证). */
  @Slug()
  number!: string;
}

export class HandOverCustomerCopyDto extends VisitStepDto {}

export class LeaveCardDto extends VisitStepDto {}

/** Taking leave of the customer and of whoever is responsible there (V26). */
export class BidFarewellDto extends VisitStepDto implements DataOf<BidFarewell> {
  /** Whoever else is responsible there was asked whether there is anything else. */
  @IsBoolean()
  responsiblePersonsAsked!: boolean;

  /** Nobody besides the customer is responsible there, as in a home; default: somebody is. */
  @MayBeAbsent()
  @IsBoolean()
  nobodyElse?: boolean;

  @IsBoolean()
  customerContent!: boolean;
}

export class ApologiseDto extends VisitStepDto {}

export class LeaveSiteDto extends VisitStepDto implements DataOf<LeaveSite> {
  /** The work is only interrupted, and the technician comes back at the hour agreed; default: they do not. */
  @MayBeAbsent()
  @IsBoolean()
  returning?: boolean;

  /** The customer's own words, where work went on through their rest or meal hours. */
  @MayBeAbsent()
  @Text({ max: 500 })
  customerWishes?: string;
}

export class CompleteVisitDto extends VisitStepDto {}
