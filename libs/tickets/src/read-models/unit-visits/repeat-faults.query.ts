import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { instantOf, plusDays, type LocalDate } from '@app/kernel';
import { AsOf } from '@app/projections';
import type { ProductFaults, RepeatFaults } from './repeat-faults.dto.js';
import { unitVisits } from './unit-visits.projection.js';

/** Which products come back, of the visits on which a unit was found on these days. */
export class RepeatFaultsQuery extends Query<RepeatFaults> {
  constructor(
    readonly span: { readonly from: LocalDate; readonly until: LocalDate; readonly times: number },
    readonly minPosition: bigint,
  ) {
    super();
  }
}

const REPEATED = `
  WITH served AS (
    SELECT product, unit, ticket, min(checked_at) AS first,
      count(*) FILTER (WHERE cause = 'company-product')::int AS own,
      count(*) FILTER (WHERE restored = false)::int AS not_restored
    FROM read_model.unit_visit
    WHERE unit IS NOT NULL AND checked_at >= $1 AND checked_at < $2
    GROUP BY product, unit, ticket
  ), units AS (
    SELECT product, unit, count(*)::int AS tickets, sum(own)::int AS own,
      sum(not_restored)::int AS not_restored, json_agg(ticket ORDER BY first, ticket) AS named
    FROM served GROUP BY product, unit
  ), ranked AS (
    SELECT *, row_number() OVER (
      PARTITION BY product ORDER BY tickets DESC, unit
    ) AS rank FROM units
  )
  SELECT product, count(*)::int AS units, sum(tickets)::int AS tickets, sum(own)::int AS "ownFaults",
    sum(not_restored)::int AS "notRestored",
    json_agg(json_build_object('unit', unit, 'tickets', named) ORDER BY rank)
      FILTER (WHERE tickets >= $3 AND rank <= 50) AS repeated
  FROM ranked GROUP BY product HAVING max(tickets) >= $3
  ORDER BY count(*) FILTER (WHERE tickets >= $3) DESC, product COLLATE "C" LIMIT 200`;

@QueryHandler(RepeatFaultsQuery)
export class RepeatFaultsHandler implements IQueryHandler<RepeatFaultsQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ span, minPosition }: RepeatFaultsQuery): Promise<RepeatFaults> {
    const { from, until, times } = span;
    const [first, end] = [from, plusDays(until, 1)].map((day) => instantOf(day, '00:00'));
    const { position, rows } = await this.asOf.read(unitVisits.name, minPosition, () =>
      this.dataSource.query<ProductFaults[]>(REPEATED, [first, end, times]),
    );
    return { items: rows, position: position.toString() };
  }
}
