import { ApiProperty } from '@nestjs/swagger';
import type { Yuan } from '@app/kernel';
import type { ChargeBasis, QuoteLine } from '../contract.js';
import type { PriceOrigin } from '../domain/ticket/ticket.values.js';
import type { WorkDone } from '../domain/visit/done-lines.js';
import type { LineWaiver, VisitMoney } from '../domain/visit/money.js';

const ITEMS: readonly QuoteLine['item'][] = ['labour', 'parts', 'call-out', 'other'];
const BASES: readonly ChargeBasis[] = [
  'covered',
  'out-of-cover',
  'external-cause',
  'outside-conditions',
  'extra-service',
];

/** Where the most that a line may come to after the cover comes from (B2). */
class PriceOriginBody {
  /** The edition's fee for an hour, or what the parts cost by the technician's books. */
  @ApiProperty({ enum: ['labour-fee', 'stock-cost'] })
  readonly from!: PriceOrigin['from'];
  /** Of labour. */
  readonly perHour?: Yuan;
  /** Of labour: the edition whose fee it is. */
  readonly edition?: string;
  readonly most!: Yuan;
}

/** A line of a quote that the customer signed. */
export class QuoteLineBody implements QuoteLine {
  @ApiProperty({ enum: ITEMS })
  readonly item!: QuoteLine['item'];
  readonly what?: string;
  /** Of parts, and how many pieces of it. */
  readonly sku?: string;
  readonly quantity?: number;
  /** Of labour, as decimals with two places. */
  readonly hours?: string;
  readonly amount!: Yuan;
  /** `covered` is free; on all other grounds it is charged. */
  @ApiProperty({ enum: BASES })
  readonly basis!: ChargeBasis;
  /** Absent: it is a sum for the whole, charged on other grounds, or its cost was not known. */
  @ApiProperty({ type: PriceOriginBody, required: false })
  readonly origin?: PriceOrigin;
}

/** An entry of hours or of a part that counts. */
export class WorkDoneBody implements WorkDone {
  readonly entry!: number;
  readonly hours?: string;
  /** Of labour, how long it really took: its hours are rounded, and money is only at the end. */
  readonly seconds?: number;
  readonly sku?: string;
  readonly quantity?: number;
}

/** What was waived of one line of the quote, by its number. */
class LineWaiverBody implements LineWaiver {
  readonly line!: number;
  readonly amount!: Yuan;
}

/** What is shown of the money of one visit. */
export class MoneyBody implements VisitMoney {
  /** By the quote that was signed last, without what cover bears. */
  readonly charged!: Yuan;
  /** The lines of that quote, without those for a cause that was withdrawn. */
  @ApiProperty({ type: [QuoteLineBody] })
  readonly lines!: readonly QuoteLineBody[];
  /** Entries of hours and parts that count. */
  @ApiProperty({ type: [WorkDoneBody] })
  readonly work!: readonly WorkDoneBody[];
  /** The repair of this visit brought the service back. */
  readonly restored!: boolean;
  /** A warranty or contract bears what the company's product caused. */
  readonly covered!: boolean;
  readonly waived!: Yuan;
  /** What of that was of one line of the quote; absent: nothing. */
  @ApiProperty({ type: [LineWaiverBody], required: false })
  readonly waivedOfLines?: readonly LineWaiverBody[];
  readonly collected!: Yuan;
  readonly refunded!: Yuan;
  /** What of that had been paid though it was not owed. */
  readonly overpaid!: Yuan;
  /** It was agreed how the customer pays the rest. */
  readonly restAgreed!: boolean;
}
