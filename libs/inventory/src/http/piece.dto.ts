import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { MayBeAbsent, Slug } from '@app/http';
import { serialOf } from '../domain/piece/piece.js';
import { DEEDS, type PieceDeed } from '../domain/piece/piece.events.js';
import { MOST_PIECES } from '../domain/stock/named-pieces.js';

const kept = ({ value }: { readonly value: unknown }): unknown =>
  Array.isArray(value)
    ? value.map((each: unknown) => (typeof each === 'string' ? serialOf(each) : each))
    : value;

/**
 * Serial numbers of pieces, in capitals or not, as a scanner sends them.
 *
 * @param most default: of one movement
 */
export function Serials({
  most = MOST_PIECES,
}: { readonly most?: number } = {}): PropertyDecorator {
  return applyDecorators(
    MayBeAbsent(),
    IsArray(),
    ArrayMaxSize(most),
    Transform(kept),
    Slug({ each: true }),
  );
}

class LastDeedBody {
  @ApiProperty({ enum: DEEDS })
  readonly deed!: PieceDeed;

  /** Where it was, or came in. */
  readonly from!: string;
  readonly to?: string;
  readonly slip?: string;
  readonly customer?: string;
  readonly ticket?: string;
  readonly visit?: number;
  readonly entry?: number;
  readonly stocktake?: string;
  readonly countedAt?: string;
}

class UncoveredPieceBody {
  /** Out of whose hands. */
  readonly place!: string;
  readonly ticket!: string;
  readonly visit!: number;
  readonly entry!: number;
  readonly at!: string;
}

/** A piece with a serial number, as it is shown. */
export class PieceBody {
  readonly sku!: string;
  readonly serial!: string;
  /** A location, or somebody's hands; absent: it is on its way, or out of the books, as `last` says. */
  readonly place?: string;
  readonly since?: string;
  /** What became of it last; absent: nothing is known but `uncovered`. */
  readonly last?: LastDeedBody;

  /** Told late as used where it was not, and not explained yet. */
  @ApiProperty({ type: [UncoveredPieceBody] })
  readonly uncovered!: readonly UncoveredPieceBody[];
}
