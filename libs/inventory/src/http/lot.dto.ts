import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, Max } from 'class-validator';
import { CalendarDate, Decimals, MayBeAbsent, Nested, Slug } from '@app/http';
import { lotOf, type LotOf } from '../domain/stock/lot.js';

/** Lots of one movement at most. */
const MOST_LOTS = 50;

const kept = ({ value }: { readonly value: unknown }): unknown =>
  typeof value === 'string' ? lotOf(value) : value;

/** So many units of a lot. */
export class LotDto implements LotOf {
  /** Number of the lot, in capitals or not. */
  @Transform(kept)
  @Slug()
  lot!: string;

  /** Units, above zero, with no more decimals than the material has; in a count zero too. */
  @Decimals(3)
  @Max(1_000_000)
  quantity!: number;

  /** Last business date on which it may be handed out, as it comes in; default: that which is known, else it keeps. */
  @MayBeAbsent()
  @CalendarDate()
  expires?: string;
}

/** The lots of a movement, each once; together they are as many as move. */
export function Lots(): PropertyDecorator {
  return applyDecorators(
    MayBeAbsent(),
    IsArray(),
    ArrayMaxSize(MOST_LOTS),
    Nested(() => LotDto, { each: true }),
  );
}

/** So many units of a lot, as it is shown. */
export class LotBody {
  readonly lot!: string;
  readonly quantity!: number;
  /** Last business date on which it may be handed out; absent: it keeps. */
  readonly expires?: string;
}
