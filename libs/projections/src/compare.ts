import type { ClientBase } from 'pg';
import type { EventStore, RecordedEvent } from '@app/event-store';
import { storedIn } from '@app/privacy';
import { compareRows, type Comparison, type NotCompared } from './comparison.js';
import { relevant } from './fold.js';
import { tablesOf, type Projection } from './projection.js';
import { Shadow } from './shadow.js';

/** How often a read model may be begun anew while it is compared. */
const TRIES = 3;

/** Streams read in one round trip. */
const BATCH = 50;

interface CheckpointRow {
  readonly version: number;
  readonly log_id: string | null;
  readonly position: string;
}

/**
 * Folds the log anew beside a read model and compares all of its rows, while whoever leads it goes
 * on. The long part of the fold comes first; then rows and checkpoint are looked at in one snapshot,
 * and what came meanwhile is folded up to just there.
 *
 * Memory: a page of events and a thousand rows. The database needs room for the table once more.
 *
 * @param client a connection of its own, with `FOLDING_CONNECTION`
 */
export async function compareAll(
  client: ClientBase,
  store: EventStore,
  projection: Projection,
  onProgress?: (position: bigint, to: bigint) => void,
): Promise<Comparison | NotCompared> {
  const { name } = projection;
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await checkpointOf(client, store, projection);
    if (typeof before !== 'bigint') return before;
    const shadow = await Shadow.of(client, projection, store);
    const onPage = (position: bigint) => onProgress?.(position, before);
    await shadow.fold(before, { onPage, vacuum: true });
    const compared = await inSnapshot(client, async () => {
      const now = await checkpointOf(client, store, projection);
      if (typeof now !== 'bigint' || now < before) return undefined;
      await shadow.fold(now);
      return compareRows(client, shadow, now);
    });
    if (compared) return compared;
  }
  return { projection: name, why: 'unsettled' };
}

/**
 * Compares those rows of a read model that the events of some streams make, in little time however
 * long the log is. A row's events must all stand in one stream.
 *
 * @param client see `compareAll`
 */
export async function compareSome(
  client: ClientBase,
  store: EventStore,
  projection: Projection,
  streams: readonly string[],
): Promise<Comparison | NotCompared> {
  const shadow = await Shadow.of(client, projection, store);
  return inSnapshot(client, async () => {
    const position = await checkpointOf(client, store, projection);
    if (typeof position !== 'bigint') return position;
    const keys = tablesOf(projection).map(() => new Set<string>());
    for (let start = 0; start < streams.length; start += BATCH) {
      const read = await storedIn(store).readStreams(streams.slice(start, start + BATCH));
      const seen = [...read.values()].flat().filter((event) => event.position <= position);
      await shadow.foldAlone(seen);
      note(projection, seen, keys);
    }
    return compareRows(
      client,
      shadow,
      position,
      keys.map((each) => [...each]),
    );
  });
}

/** Where the read model stands; or why that says nothing of the rows that this software would make. */
async function checkpointOf(
  client: ClientBase,
  { logId }: EventStore,
  { name, version }: Projection,
): Promise<bigint | NotCompared> {
  const { rows } = await client.query<CheckpointRow>(
    'SELECT version, log_id, position FROM read_model.projection WHERE name = $1',
    [name],
  );
  const [row] = rows;
  if (!row) return { projection: name, why: 'never-folded' };
  if (row.log_id && row.log_id !== logId) return { projection: name, why: 'other-log' };
  if (row.version !== version) return { projection: name, why: 'other-version' };
  return BigInt(row.position);
}

async function inSnapshot<Result>(
  client: ClientBase,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  try {
    return await work();
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Adds the keys of the rows that the events touch, table by table. */
function note(
  projection: Projection,
  events: readonly RecordedEvent[],
  keys: readonly Set<string>[],
): void {
  const tables = tablesOf(projection);
  for (const event of relevant(projection, events)) {
    for (const [index, table] of tables.entries())
      for (const key of table.keysOf(event)) keys[index]!.add(key);
  }
}
