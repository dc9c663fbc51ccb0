import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, Matches } from 'class-validator';
import { Hours, MayBeAbsent, WholeNumber } from '@app/http';
import { QuoteLineBody } from '../../read-models/money.row.js';

/** What is to be done on a visit after the warranty. */
export class AfterWarrantyParams {
  @WholeNumber({ min: 1, max: 10_000 })
  visit!: number;

  /** Hours of work, with two places: `1.50`. */
  @MayBeAbsent()
  @Hours()
  hours?: string;

  /** Parts that the visit's technician has in hand, with how many of each: `CAP-35:2,CAP-40:1`. */
  @ApiProperty({ required: false, isArray: true, type: String })
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) =>
    [value].flat().flatMap((each) => (typeof each === 'string' ? each.split(',') : [each])),
  )
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}:[1-9]\d{0,5}$/, { each: true })
  parts: string[] = [];
}

/** What it may come to, line by line, as it is put before the customer (B2, V17). */
export class AfterWarrantyQuote {
  readonly lines!: QuoteLineBody[];
  readonly total!: string;
  /** Of which the technician has none in hand, so that their cost is not known. */
  readonly unknown!: string[];
}
