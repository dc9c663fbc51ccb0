import { ApiProperty } from '@nestjs/swagger';
import type { Yuan } from '@app/kernel';
import type { ChargeBasis, QuoteLine } from '../contract.js';
import type { WorkDone } from '../domain/visit/done-lines.js';
import type { VisitMoney } from '../domain/visit/money.js';

const ITEMS: readonly QuoteLine['item'][] = ['labour', 'parts', 'call-out', 'other'];
const BASES: readonly ChargeBasis[] = [
  'covered',
  'out-of-cover',
  'external-cause',
  'outside-conditions',
  'extra-service',
];

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
}

/** An entry of hours or of a part that counts. */
export class WorkDoneBody implements WorkDone {
  readonly entry!: number;
  readonly hours?: string;
  readonly sku?: string;
  readonly quantity?: number;
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
  readonly collected!: Yuan;
  readonly refunded!: Yuan;
  /** It was agreed how the customer pays the rest. */
  readonly restAgreed!: boolean;
}
