import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { BUSINESS_ZONE, instantOf, type LocalDate } from '@app/kernel';
import { policyAt } from '@app/policy';
import { AsOf } from '@app/projections';
import { materialList } from '../material-list/material-list.read-model.js';
import { stockBalance } from '../stock-balance/stock-balance.projection.js';
import { classified, totalsOf, type Consumed } from './consumption.js';
import type { ConsumptionRow } from './consumption.row.js';

/** Days of the business zone, both included. */
export interface ConsumptionOf {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** What was consumed in a period, by class. */
export interface ConsumptionAnswer extends ConsumptionOf {
  readonly rows: readonly ConsumptionRow[];
  readonly classes: ReturnType<typeof totalsOf>;
  readonly position: string;
}

export class ConsumptionQuery extends Query<ConsumptionAnswer> {
  constructor(
    readonly asked: ConsumptionOf,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

/* What comes back counts in the period in which it does. */
const CONSUMED = `
  SELECT material.sku, material.name, material.class,
         trim_scale(-sum(movement.thousandths) / 1000.0)::text AS quantity,
         (-sum(movement.fen))::text AS fen
  FROM read_model.stock_movement AS movement
  JOIN read_model.material AS material ON material.sku = movement.sku
  WHERE movement.occurred_at >= ($1::date)::timestamp AT TIME ZONE $3
    AND movement.occurred_at < ($2::date + 1)::timestamp AT TIME ZONE $3
    AND movement.kind IN ('MaterialUsed', 'UncoveredUseExplained', 'MaterialUseTakenBack',
                          'MaterialSold', 'MaterialTakenBack')
  GROUP BY material.sku`;

@QueryHandler(ConsumptionQuery)
export class ConsumptionHandler implements IQueryHandler<ConsumptionQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ asked, minPosition }: ConsumptionQuery): Promise<ConsumptionAnswer> {
    const { from, until } = asked;
    await this.asOf.read(materialList.name, minPosition, async () => []);
    const { position, rows: consumed } = await this.asOf.read(stockBalance.name, minPosition, () =>
      this.dataSource.query<Consumed[]>(CONSUMED, [from, until, BUSINESS_ZONE]),
    );
    const rows = classified(consumed, policyAt(instantOf(until, '00:00')).materials.classes);
    return { from, until, rows, classes: totalsOf(rows), position: position.toString() };
  }
}
