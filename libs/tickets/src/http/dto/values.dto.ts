import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, Min } from 'class-validator';
import type {
  ChargeBasis,
  Quote,
  QuoteLine,
  Signature,
} from '../../domain/ticket/ticket.values.js';
import {
  Amount,
  CommandDto,
  ContentHash,
  Hours,
  InstantText,
  Text,
  MayBeAbsent,
  Nested,
  Integer,
  Slug,
} from '@app/http';
import type { Span } from '@app/kernel';

/** A command for one visit of the ticket. */
export class VisitStepDto extends CommandDto {
  /** Number of the visit within the ticket, from 1. */
  @Integer()
  @Min(1)
  visit!: number;
}

/** A command for one visit that needs a reason. */
export class VisitReasonDto extends VisitStepDto {
  @Text({ max: 1000 })
  reason!: string;
}

/** A half-open span of time: the start belongs to it, the end does not. */
export class SpanDto implements Span {
  @InstantText()
  from!: string;

  @InstantText()
  until!: string;
}

/** A signature; its image or stroke data is stored first, as a file, and named by its SHA-256. */
export class SignatureDto implements Signature {
  @Text({ max: 100, singleLine: true })
  name!: string;

  @IsIn(['customer', 'responsible-person'])
  role!: Signature['role'];

  /** When it was signed, with a zone. */
  @InstantText()
  signedAt!: string;

  /** The stored picture or strokes of it: the hash that `POST /files` answered. */
  @ContentHash()
  image!: string;

  /** It is the stamp of an organisation, whose image may recur; default: a signature, which is made anew each time. */
  @MayBeAbsent()
  @IsBoolean()
  stamp?: boolean;
}

const ITEMS: readonly QuoteLine['item'][] = ['labour', 'parts', 'call-out', 'other'];
const BASES: readonly ChargeBasis[] = [
  'covered',
  'out-of-cover',
  'external-cause',
  'outside-conditions',
  'extra-service',
];

/** One line of a quote, and who bears it. */
export class QuoteLineDto implements QuoteLine {
  /** Hours of work, parts, coming and looking (`call-out`), or something else. */
  @IsIn(ITEMS)
  item!: QuoteLine['item'];

  /** What it is for; required of another item, an extra service, and what lies outside the conditions of a visit. */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  what?: string;

  /** Of parts, which one: fewer than these that are used are charged for as many. Default: a sum for the whole. */
  @MayBeAbsent()
  @Slug()
  sku?: string;

  /** Of parts with a `sku`, how many pieces the amount is for; default: 1. */
  @MayBeAbsent()
  @Integer()
  @Min(1)
  quantity?: number;

  /** Of labour, how many hours the amount is for, with two places; where the work is broken off, fewer are charged for as many. Default: a sum for the whole. */
  @MayBeAbsent()
  @Hours()
  hours?: string;

  /** In yuan; of a covered line what it is worth. */
  @Amount()
  amount!: string;

  /**
   * `covered`: warranty or contract bear it, and it is free; charged are `out-of-cover` (B2),
   * `external-cause` (V17), `outside-conditions` of a visit (V23) and `extra-service` (D30).
   */
  @IsIn(BASES)
  basis!: ChargeBasis;
}

/** What the work is to cost, line by line. */
export class QuoteDto implements Quote {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Nested(() => QuoteLineDto, { each: true })
  lines!: QuoteLineDto[];
}

/** A command that the customer signs. */
export class SignedStepDto extends VisitStepDto {
  @Nested(() => SignatureDto)
  signature!: SignatureDto;
}
