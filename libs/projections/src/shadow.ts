import type { ClientBase } from 'pg';
import type { EventStore, Page, RecordedEvent } from '@app/event-store';
import { Checkpoint } from './checkpoint.js';
import { LEASE_SECONDS } from './lease.js';
import { PageWriter } from './page-writer.js';
import type { Projection } from './projection.js';
import { columnName } from './table.js';

const TABLE = 'pg_temp.shadow';
const CHECKPOINT = 'pg_temp.shadow_checkpoint';

/** Events per page, as in a rebuild. */
const PAGE = 5_000;

/** Pages after which the space of rows that were written anew is given free; nobody else does it for such a table. */
const VACUUM_EVERY = 100;

/**
 * A projection folded anew into a temporary table of one connection's, beside the table that is
 * served: by the same statements, and with as little in memory. It goes with the connection.
 */
export class Shadow<Row extends object> {
  /** Up to where the log is folded in. */
  position = 0n;
  private pages = 0;
  private readonly checkpoint = new Checkpoint({ epoch: '0', position: 0n });
  private readonly writer: PageWriter<Row>;

  private constructor(
    private readonly client: ClientBase,
    readonly projection: Projection<Row>,
  ) {
    const beside = { ...projection, table: TABLE };
    this.writer = new PageWriter(beside, client, LEASE_SECONDS, CHECKPOINT);
  }

  /** An empty one, in place of the connection's last. */
  static async of<Row extends object>(
    client: ClientBase,
    projection: Projection<Row>,
  ): Promise<Shadow<Row>> {
    const { name, table, key } = projection;
    await client.query(`
      DROP TABLE IF EXISTS ${TABLE}, ${CHECKPOINT};
      CREATE TEMPORARY TABLE shadow (LIKE ${table}, PRIMARY KEY (${columnName(key)}));
      CREATE TEMPORARY TABLE shadow_checkpoint (LIKE read_model.projection INCLUDING DEFAULTS)`);
    await client.query(`INSERT INTO ${CHECKPOINT} (name, version) VALUES ($1, 0)`, [name]);
    return new Shadow(client, projection);
  }

  get table(): string {
    return TABLE;
  }

  /** Folds the log on up to a position, or to its end if that comes first. */
  async fold(
    store: EventStore,
    to: bigint,
    { onPage, vacuum = false }: { onPage?: (position: bigint) => void; vacuum?: boolean } = {},
  ): Promise<void> {
    const types = Object.keys(this.projection.handles);
    while (this.position < to) {
      const page = await store.readAll({ after: this.position, types, limit: PAGE });
      if (page.scannedTo <= this.position) return;
      await this.write(upTo(page, to));
      if (vacuum && ++this.pages % VACUUM_EVERY === 0)
        await this.client.query(`VACUUM ${TABLE}, ${CHECKPOINT}`);
      onPage?.(this.position);
    }
  }

  /** Folds events that are all there are of their rows, in the log's order. */
  async foldAlone(events: readonly RecordedEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.write({ events, scannedTo: this.position + 1n, atHead: false });
  }

  private async write(page: Page): Promise<void> {
    await this.writer.write(page, this.checkpoint);
    this.position = page.scannedTo;
  }
}

function upTo({ events, scannedTo, atHead }: Page, to: bigint): Page {
  if (scannedTo <= to) return { events, scannedTo, atHead };
  return { events: events.filter(({ position }) => position <= to), scannedTo: to, atHead: false };
}
