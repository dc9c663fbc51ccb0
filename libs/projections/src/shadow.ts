import type { ClientBase } from 'pg';
import type { EventStore, Page, RecordedEvent } from '@app/event-store';
import { storedIn } from '@app/privacy';
import { Checkpoint } from './checkpoint.js';
import { LEASE_SECONDS } from './lease.js';
import { PageWriter } from './page-writer.js';
import { sealingOf } from './sealing.js';
import { tablesOf, type Projection } from './projection.js';
import { layoutOf, type Places } from './table.js';

const PLACES: Places = {
  checkpoints: 'pg_temp.shadow_checkpoint',
  table: (_, index) => `pg_temp.shadow_${index}`,
};

/** Events per page, as in a rebuild. */
const PAGE = 5_000;

/** Pages after which the space of rows that were written anew is given free; nobody else does it for such a table. */
const VACUUM_EVERY = 100;

/**
 * A projection folded anew into temporary tables of one connection's, beside the tables that are
 * served: by the same statements, and with as little in memory. They go with the connection.
 */
export class Shadow {
  /** Up to where the log is folded in. */
  position = 0n;
  private pages = 0;
  private readonly checkpoint = new Checkpoint({ epoch: '0', position: 0n });
  private readonly writer: PageWriter;

  private constructor(
    private readonly client: ClientBase,
    readonly projection: Projection,
    /** Those of its rows, in the order of the projection's own. */
    readonly tables: readonly string[],
    private readonly store: EventStore,
  ) {
    const sealing = sealingOf(store);
    this.writer = new PageWriter(projection, client, LEASE_SECONDS, { places: PLACES, sealing });
  }

  /** An empty one, in place of the connection's last. */
  static async of(client: ClientBase, projection: Projection, store: EventStore): Promise<Shadow> {
    const { checkpoints, table } = PLACES;
    const layouts = tablesOf(projection).map(layoutOf);
    const tables = layouts.map(({ name }, index) => table(name, index));
    await client.query(
      [
        `DROP TABLE IF EXISTS ${[checkpoints, ...tables].join(', ')}`,
        `CREATE TABLE ${checkpoints} (LIKE read_model.projection INCLUDING DEFAULTS)`,
        ...layouts.map(
          ({ name, key }, index) =>
            `CREATE TABLE ${tables[index]} (LIKE ${name}, PRIMARY KEY ("${key.name}"))`,
        ),
      ].join(';'),
    );
    await client.query(`INSERT INTO ${checkpoints} (name, version) VALUES ($1, 0)`, [
      projection.name,
    ]);
    return new Shadow(client, projection, tables, store);
  }

  /** Folds the log on up to a position, or to its end if that comes first. */
  async fold(
    to: bigint,
    { onPage, vacuum = false }: { onPage?: (position: bigint) => void; vacuum?: boolean } = {},
  ): Promise<void> {
    const types = Object.keys(this.projection.handles);
    while (this.position < to) {
      const page = await storedIn(this.store).readAll({ after: this.position, types, limit: PAGE });
      if (page.scannedTo <= this.position) return;
      await this.write(upTo(page, to));
      if (vacuum && ++this.pages % VACUUM_EVERY === 0)
        await this.client.query(`VACUUM ${[PLACES.checkpoints, ...this.tables].join(', ')}`);
      onPage?.(this.position);
    }
  }

  /** Folds events that are all there are of their rows, in the log's order. */
  async foldAlone(events: readonly RecordedEvent[]): Promise<void> {
    if (events.length === 0) return;
    const { length: looked } = events;
    await this.write({ events, scannedTo: this.position + 1n, atHead: false, looked });
  }

  private async write(page: Page): Promise<void> {
    await this.writer.write(page, this.checkpoint);
    this.position = page.scannedTo;
  }
}

function upTo(page: Page, to: bigint): Page {
  if (page.scannedTo <= to) return page;
  const events = page.events.filter(({ position }) => position <= to);
  return { ...page, events, scannedTo: to, atHead: false };
}
