import { ArrayMaxSize, IsArray, IsBoolean, IsIn, Min } from 'class-validator';
import { CommandDto, Integer, Nested, Slug, Text, MayBeAbsent } from '@app/http';
import type {
  AnalyseFault,
  ApplyTerms,
  DataOf,
  FollowUp,
  OpenTicket,
  ReopenTicket,
  ReviewCustomerFile,
} from '../../domain/ticket/ticket.commands.js';
import type {
  FollowUpChannel,
  IntakeSource,
  PaymentMethod,
} from '../../domain/ticket/ticket.values.js';
import { CallerDto } from './caller.dto.js';
import { SignatureDto } from './values.dto.js';

export const PAYMENT_METHODS: readonly PaymentMethod[] = [
  'cash',
  'card',
  'wechat',
  'alipay',
  'transfer',
];
const SOURCES: readonly IntakeSource[] = [
  'hotline',
  'walk-in',
  'letter',
  'complaint',
  'periodic-maintenance',
  'emergency',
];
const CHANNELS: readonly FollowUpChannel[] = ['phone', 'visit', 'letter'];

/** The call: who, where, what is wrong (N12). */
export class OpenTicketDto extends CallerDto implements Omit<OpenTicket['data'], 'ticket'> {
  /** The ticket's number; default: one that the server makes. */
  @MayBeAbsent()
  @Slug()
  ticket?: string;

  @IsIn(SOURCES)
  source!: IntakeSource;

  /** What the caller says is wrong, in their words. */
  @Text({ max: 2000 })
  fault!: string;

  /** False: no ordinary line fault; a restoration time then runs only where a contract says so (B2). Default: true. */
  @MayBeAbsent()
  @IsBoolean()
  lineFault?: boolean;

  /** A customer on file; with `site`, its name, phone and address are taken from there. */
  @MayBeAbsent()
  @Slug()
  customer?: string;

  @MayBeAbsent()
  @Slug()
  site?: string;

  @MayBeAbsent()
  @Text({ max: 300, singleLine: true })
  agreement?: string;

  @MayBeAbsent()
  @Text({ max: 300, singleLine: true })
  deliveryPlace?: string;

  @MayBeAbsent()
  @IsIn(PAYMENT_METHODS)
  paymentMethod?: PaymentMethod;

  /** Of a customer who came in person; refused of any other source. */
  @MayBeAbsent()
  @Nested(() => SignatureDto)
  signature?: SignatureDto;
}

export class ReviewCustomerFileDto extends CommandDto implements DataOf<ReviewCustomerFile> {
  /** The visit that it is read for; default: the technician's own that was planned last. What the office reads for itself is for none (V6). */
  @MayBeAbsent()
  @Integer()
  @Min(1)
  visit?: number;

  @MayBeAbsent()
  @Text({ max: 1000 })
  notes?: string;
}

export class AnalyseFaultDto extends CommandDto implements DataOf<AnalyseFault> {
  /** The visit that it is thought through for; default: the technician's own that was planned last. What the office does for itself is for none (V6). */
  @MayBeAbsent()
  @Integer()
  @Min(1)
  visit?: number;

  @Text({ max: 1000 })
  symptom!: string;

  @Text({ max: 1000 })
  suspectedCause!: string;

  /** Material numbers that the visit will probably need. */
  @IsArray()
  @ArrayMaxSize(50)
  @Slug({ each: true })
  parts!: string[];

  /** Tools that the visit will probably need. */
  @IsArray()
  @ArrayMaxSize(50)
  @Slug({ each: true })
  tools!: string[];
}

export class CloseTicketDto extends CommandDto {}

/** The running clocks go by the terms that the customer has now (B2). */
export class ApplyTermsDto extends CommandDto implements DataOf<ApplyTerms> {
  @Text({ max: 1000 })
  reason!: string;
}

export class ReopenTicketDto extends CommandDto implements DataOf<ReopenTicket> {
  @Text({ max: 1000 })
  reason!: string;
}

/** The call, visit or letter after the work (R6). */
export class FollowUpDto extends CommandDto implements DataOf<FollowUp> {
  @IsIn(CHANNELS)
  channel!: FollowUpChannel;

  /** Drawn as a sample; false: made on demand. */
  @IsBoolean()
  sampled!: boolean;

  @IsBoolean()
  satisfied!: boolean;

  @Text({ max: 2000 })
  answer!: string;
}
