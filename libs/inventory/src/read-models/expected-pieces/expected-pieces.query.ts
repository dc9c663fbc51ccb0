import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Instant } from '@app/kernel';
import { AsOf } from '@app/projections';
import { pieceList } from '../piece-list/piece-list.projection.js';

/** A material at a place, at a moment. */
export interface PiecesAt {
  readonly sku: string;
  readonly place: string;
  readonly at: Instant;
}

/** Which pieces were there, of each in the order of their numbers, by all that is known now. */
export class ExpectedPiecesQuery extends Query<readonly (readonly string[])[]> {
  /** @param minPosition everything up to there is among it */
  constructor(
    readonly asked: readonly PiecesAt[],
    readonly minPosition: bigint,
  ) {
    super();
  }
}

// Of a piece whose use was withdrawn two stays overlap: until it was said to be used, and as it never was.
const PIECES = `
  SELECT DISTINCT asked.n::int AS n, stay.serial COLLATE "C" AS serial
  FROM unnest($1::text[], $2::text[], $3::timestamptz[]) WITH ORDINALITY AS asked (sku, place, at, n)
  JOIN read_model.piece_stay AS stay ON stay.sku = asked.sku AND stay.place = asked.place
    AND stay.from_at <= asked.at AND (stay.until_at IS NULL OR stay.until_at > asked.at)
  ORDER BY n, serial`;

@QueryHandler(ExpectedPiecesQuery)
export class ExpectedPiecesHandler implements IQueryHandler<ExpectedPiecesQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({
    asked,
    minPosition,
  }: ExpectedPiecesQuery): Promise<readonly (readonly string[])[]> {
    const columns = (['sku', 'place', 'at'] as const).map((name) =>
      asked.map((each) => each[name]),
    );
    const read = await this.asOf.read(pieceList.name, minPosition, () =>
      this.dataSource.query<{ n: number; serial: string }[]>(PIECES, columns),
    );
    return asked.map((_, index) =>
      read.rows.filter(({ n }) => n === index + 1).map(({ serial }) => serial),
    );
  }
}
