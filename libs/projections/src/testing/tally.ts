import type { DataSource } from 'typeorm';
import { derivedId, newId } from '@app/kernel';
import type { EventStore, NewEvent } from '@app/event-store';
import type { Projection } from '../projection.js';

/** A small projection to try the runner on: how often and in what order each stream was counted. */
export interface TallyRow {
  readonly id: string;
  readonly total: number;
  readonly seen: readonly string[];
  readonly firstAt: string;
  /** What the last event said, if anything. */
  readonly note: string | null;
}

interface Counted {
  readonly by: number;
  readonly note?: string;
  /** The row is to go, where true. */
  readonly cleared?: boolean;
}

export const tally: Projection<TallyRow> = {
  name: 'tally',
  version: 1,
  table: 'read_model.tally',
  key: 'id',
  columns: ['id', 'total', 'seen', 'firstAt', 'note'],
  derivedColumns: ['label'],
  derive: ({ id, total }) => ({ label: `${id}=${total}` }),
  handles: { Counted: { schemaVersion: 1 } },
  keysOf: ({ stream }) => [stream],
  evolve(row, { data, position, occurredAt }, id) {
    const { by, cleared, note = null } = data as Counted;
    if (cleared) return undefined;
    const { total, seen, firstAt } = row ?? { total: 0, seen: [], firstAt: occurredAt };
    return { id, total: total + by, seen: [...seen, position.toString()], firstAt, note };
  },
};

/** Makes the tally's table, and another that counts how often each of its rows was written. */
export async function createTally(dataSource: DataSource): Promise<void> {
  await dataSource.query(`
    CREATE TABLE read_model.tally (
      id text PRIMARY KEY, total integer NOT NULL, seen text[] NOT NULL,
      first_at timestamptz NOT NULL, note text, label text NOT NULL);
    CREATE TABLE read_model.tally_write (id text NOT NULL);
    CREATE FUNCTION read_model.note_write() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN INSERT INTO read_model.tally_write VALUES (NEW.id); RETURN NEW; END';
    CREATE TRIGGER note_write AFTER INSERT OR UPDATE ON read_model.tally
      FOR EACH ROW EXECUTE FUNCTION read_model.note_write()`);
}

/** Appends `Counted` events to a stream, and answers with the position of the last. */
export async function count(
  store: EventStore,
  stream: string,
  ...all: readonly Counted[]
): Promise<bigint> {
  const { position } = await store.append([{ stream, expected: 'any', events: all.map(counted) }]);
  return position;
}

function counted(data: Counted): NewEvent {
  const commandId = newId();
  return {
    id: derivedId(commandId, 'counted'),
    type: 'Counted',
    schemaVersion: 1,
    data,
    meta: {
      occurredAt: '2026-03-02T01:00:00.000Z',
      actor: { id: 'li-wei', role: 'technician' },
      articles: [],
      commandId,
      commandHash: 'hash',
      correlationId: commandId,
      causationId: commandId,
      policyVersion: '1',
    },
  };
}
