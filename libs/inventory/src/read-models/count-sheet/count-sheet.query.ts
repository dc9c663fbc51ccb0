import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { AsOf } from '@app/projections';
import { yuan } from '@app/kernel';
import type { KnownSheet } from '../../domain/stocktake/stocktake.commands.js';
import { materialList } from '../material-list/material-list.read-model.js';
import { stockBalance } from '../stock-balance/stock-balance.projection.js';
import { toolList } from '../tool-list/tool-list.projection.js';

/** What is to be on a sheet: materials by place and class, tools by class; of each only what is named. */
export interface SheetOf {
  readonly place?: string;
  readonly class?: string;
  readonly toolClass?: string;
  /** Of SKUs, or of tools by class. */
  readonly after?: string;
  readonly upTo?: string;
}

/** What the books have in a scope. */
export class CountSheetQuery extends Query<KnownSheet> {
  /**
   * @param minPosition everything up to there is among it
   * @param most lines of either kind; of more the first are given
   */
  constructor(
    readonly asked: SheetOf,
    readonly minPosition: bigint,
    readonly most: number,
  ) {
    super();
  }
}

/* Somebody's hands are counted only where they are named. */
const LINES = `
  SELECT balance.sku, balance.place, balance.fen
  FROM read_model.stock_balance AS balance
  JOIN read_model.material AS material ON material.sku = balance.sku
  WHERE balance.thousandths > 0
    AND ($1::text IS NULL AND balance.place NOT LIKE 'hands-%' OR balance.place = $1)
    AND ($2::text IS NULL OR material.class = $2)
    AND ($3::text IS NULL OR balance.sku COLLATE "C" > $3)
    AND ($4::text IS NULL OR balance.sku COLLATE "C" <= $4)
  ORDER BY balance.sku COLLATE "C", balance.place COLLATE "C"
  LIMIT $5`;

const TOOLS = `
  SELECT tool FROM read_model.tool
  WHERE class = $1 AND status <> 'retired'
    AND ($2::text IS NULL OR tool COLLATE "C" > $2)
    AND ($3::text IS NULL OR tool COLLATE "C" <= $3)
  ORDER BY tool COLLATE "C" LIMIT $4`;

@QueryHandler(CountSheetQuery)
export class CountSheetHandler implements IQueryHandler<CountSheetQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ asked, minPosition, most }: CountSheetQuery): Promise<KnownSheet> {
    const { place, class: ofClass, toolClass, after, upTo } = asked;
    const range = [after ?? null, upTo ?? null, most];
    const ofMaterials = place !== undefined || ofClass !== undefined;
    if (ofMaterials) await this.asOf.read(materialList.name, minPosition, async () => []);
    const counted = await this.asOf.read(stockBalance.name, minPosition, async () =>
      ofMaterials ? this.rows(LINES, [place ?? null, ofClass ?? null, ...range]) : [],
    );
    const tools = await this.asOf.read(toolList.name, minPosition, async () =>
      toolClass === undefined ? [] : this.rows(TOOLS, [toolClass, ...range]),
    );
    return {
      lines: counted.rows.map(({ sku, place: at, fen }) => ({
        sku: sku!,
        place: at!,
        value: yuan(BigInt(fen!)),
      })),
      tools: tools.rows.map(({ tool }) => tool!),
    };
  }

  private rows(
    sql: string,
    values: unknown[],
  ): Promise<{ sku?: string; place?: string; fen?: string; tool?: string }[]> {
    return this.dataSource.query(sql, values);
  }
}
