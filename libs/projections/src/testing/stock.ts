import type { DataSource } from 'typeorm';
import type { DomainEvent } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { EventStore } from '@app/event-store';
import { enveloped } from '@app/event-store/src/testing/envelopes.js';
import type { Projection, TableFold } from '../projection.js';
import { Column, Key, Table } from '../row.js';

/** What is left of a material; gone when it is no longer kept. */
@Table('shelf_balance')
export class BalanceRow {
  @Key('text') readonly sku!: string;
  @Column('integer') readonly left!: number;
  @Column('date') readonly firstOn!: string;
}

/** One line of the ledger for each movement, with what was left after it; none is ever changed. */
@Table('shelf_movement')
export class MovementRow {
  @Key('bigint') readonly position!: string;
  @Column('text') readonly sku!: string;
  @Column('integer') readonly by!: number;
  @Column('integer') readonly left!: number;
  @Column('numeric', { nullable: true }) readonly price!: string | null;
}

type Moved = DomainEvent<'Moved', { sku: string; by: number; price?: string }>;
type Dropped = DomainEvent<'Dropped', { sku: string }>;
type StockEvent = Moved | Dropped;

const event = eventOf<StockEvent>(LI_WEI);

export const movements: TableFold<MovementRow, StockEvent> = {
  row: MovementRow,
  begins: 'always',
  keysOf: ({ type, position }) => (type === 'Moved' ? [position.toString()] : []),
  evolve(_, event, position, seen) {
    if (event.type === 'Dropped') return undefined;
    const { sku, by, price = null } = event.data;
    return { position, sku, by, left: seen(BalanceRow, sku)?.left ?? 0, price };
  },
};

/** A projection of two tables, to try the runner on: a balance, and the ledger that leads to it. */
export const stock: Projection<BalanceRow, StockEvent> = {
  name: 'stock',
  version: 1,
  handles: { Moved: { schemaVersion: 1 }, Dropped: { schemaVersion: 1 } },
  row: BalanceRow,
  keysOf: ({ data }) => [data.sku],
  evolve(row, { type, data, occurredAt }, sku) {
    if (type === 'Dropped') return undefined;
    return {
      sku,
      left: (row?.left ?? 0) + data.by,
      firstOn: row?.firstOn ?? occurredAt.slice(0, 10),
    };
  },
  beside: [movements],
};

/** Makes both tables. */
export async function createStock(dataSource: DataSource): Promise<void> {
  await dataSource.query(`
    CREATE TABLE read_model.shelf_balance (
      sku text PRIMARY KEY, "left" integer NOT NULL, first_on date NOT NULL);
    CREATE TABLE read_model.shelf_movement (
      position bigint PRIMARY KEY, sku text NOT NULL, by integer NOT NULL, "left" integer NOT NULL, price numeric)`);
}

/** Moves so much of a material, each at its price, or drops it; answers with the position of the last. */
export async function move(
  store: EventStore,
  sku: string,
  ...all: readonly (number | { readonly by: number; readonly price: string } | 'drop')[]
): Promise<bigint> {
  const events = all.map((one) =>
    one === 'drop'
      ? event('Dropped', { sku })
      : event('Moved', { sku, ...(typeof one === 'number' ? { by: one } : one) }),
  );
  const { position } = await store.append([
    { stream: `material-${sku}`, expected: 'any', events: events.map((each) => enveloped(each)) },
  ]);
  return position;
}
