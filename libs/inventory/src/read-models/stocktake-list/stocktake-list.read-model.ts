import { MayBeAbsent, PageQuery, SeveralOf, Slug } from '@app/http';
import { fen, type Instant } from '@app/kernel';
import { Column, Key, listOf, only, Table, type Projection } from '@app/projections';
import { stocktakeEvents, type StocktakeEvent } from '../../domain/stocktake/stocktake.events.js';
import { readInventory } from '../../permissions.js';
import { CountSheetHandler } from '../count-sheet/count-sheet.query.js';
import { StocktakeList1764800000000 } from './1764800000000-stocktake-list.js';

type Status = 'counting' | 'closed' | 'approved' | 'cancelled';
type Told = Exclude<
  StocktakeEvent,
  { type: 'StockCounted' | 'ToolCounted' | 'DifferenceExplained' | 'MovementToldAfterCount' }
>;

/** A stocktake in the list. */
@Table('stocktake')
export class StocktakeRow {
  @Key('text') readonly stocktake!: string;
  @Column('text') readonly status!: Status;
  /** The location, or somebody's hands; null: no one place. */
  @Column('text', { nullable: true }) readonly place!: string | null;
  @Column('text', { nullable: true }) readonly class!: string | null;
  @Column('text', { nullable: true }) readonly toolClass!: string | null;
  /** Lines and tools on the sheet as it began. */
  @Column('integer') readonly lines!: number;
  /** Materials and tools that differ; null before the closing. */
  @Column('integer', { nullable: true }) readonly differences!: number | null;
  /** What the differences are worth together, in fen, as of the closing; null before it. */
  @Column('bigint', { nullable: true }) readonly fen!: string | null;
  @Column('timestamptz') readonly startedAt!: Instant;
  @Column('text') readonly startedBy!: string;
  /** When it was approved or cancelled, and by whom; null: it is not over. */
  @Column('timestamptz', { nullable: true }) readonly endedAt!: Instant | null;
  @Column('text', { nullable: true }) readonly endedBy!: string | null;
}

/** Which stocktakes. */
export class StocktakeListParams extends PageQuery {
  /** Default: every one. */
  @SeveralOf(['counting', 'closed', 'approved', 'cancelled'])
  status?: Status[];

  @MayBeAbsent()
  @Slug()
  place?: string;
}

/** Every stocktake, where it stands and what came of it. */
export const stocktakeList: Projection<StocktakeRow, Told> = {
  name: 'stocktake-list',
  version: 1,
  row: StocktakeRow,
  handles: only(stocktakeEvents, [
    'StocktakeStarted',
    'RecountAsked',
    'StocktakeClosed',
    'StocktakeApproved',
    'StocktakeCancelled',
  ]),
  begins: ['StocktakeStarted'],
  keysOf: ({ data }) => [data.stocktake],
  evolve(row, { type, data, occurredAt, actor }) {
    const by = actor.onBehalfOf ?? actor.id;
    if (type === 'StocktakeStarted') {
      const { place = null, class: ofClass = null, toolClass = null } = data.scope;
      return {
        ...{ stocktake: data.stocktake, status: 'counting', place, class: ofClass, toolClass },
        lines: data.lines.length + data.tools.length,
        ...{ differences: null, fen: null, startedAt: occurredAt, startedBy: by },
        ...{ endedAt: null, endedBy: null },
      };
    }
    if (!row) return row;
    const ended = { endedAt: occurredAt, endedBy: by };
    switch (type) {
      case 'RecountAsked':
        return { ...row, status: 'counting', differences: null, fen: null };
      case 'StocktakeClosed': {
        const worth = data.differences.reduce((sum, { value }) => sum + fen(value), 0n);
        const differences = data.differences.length + data.tools.length;
        return { ...row, status: 'closed', differences, fen: worth.toString() };
      }
      case 'StocktakeApproved':
        return { ...row, status: 'approved', ...ended };
      case 'StocktakeCancelled':
        return { ...row, status: 'cancelled', ...ended };
    }
  },
};

const stocktakes = listOf(stocktakeList, {
  path: 'stocktakes',
  operation: 'listStocktakes',
  summary: 'Stocktakes by state and place, in the order of their numbers.',
  to: readInventory,
  params: StocktakeListParams,
  migrations: [StocktakeList1764800000000],
});

/** The stocktakes, and the sheet that one begins with. */
export const stocktakeListModel: typeof stocktakes = {
  ...stocktakes,
  handlers: [...stocktakes.handlers, CountSheetHandler],
};
