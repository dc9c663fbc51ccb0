import type { DataSource } from 'typeorm';
import type { DomainEvent } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { EventStore } from '@app/event-store';
import { enveloped } from '@app/event-store/src/testing/envelopes.js';
import type { Projection } from '../projection.js';
import { Column, Key, Table } from '../row.js';

/** A small projection to try the runner on: how often and in what order each stream was counted. */
@Table('tally')
export class TallyRow {
  @Key('text') readonly id!: string;
  @Column('integer') readonly total!: number;
  @Column('text[]') readonly seen!: readonly string[];
  @Column('timestamptz') readonly firstAt!: string;
  /** What the last event said, if anything. */
  @Column('text', { nullable: true }) readonly note!: string | null;
}

interface Counted {
  readonly by: number;
  readonly note?: string;
  /** The row is to go, where true. */
  readonly cleared?: boolean;
}

type CountedEvent = DomainEvent<'Counted', Counted>;

const event = eventOf<CountedEvent>(LI_WEI);

export const tally: Projection<TallyRow, CountedEvent> = {
  name: 'tally',
  version: 1,
  row: TallyRow,
  derived: { label: { type: 'text', of: ({ id, total }) => `${id}=${total}` } },
  handles: { Counted: { schemaVersion: 1 } },
  keysOf: ({ stream }) => [stream],
  evolve(row, { data, position, occurredAt }, id) {
    const { by, cleared, note = null } = data;
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
    CREATE TABLE read_model.tally_write (id text NOT NULL, events int NOT NULL, at timestamptz NOT NULL);
    CREATE FUNCTION read_model.note_write() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN INSERT INTO read_model.tally_write VALUES (NEW.id, cardinality(NEW.seen), clock_timestamp()); RETURN NEW; END';
    CREATE TRIGGER note_write AFTER INSERT OR UPDATE ON read_model.tally
      FOR EACH ROW EXECUTE FUNCTION read_model.note_write()`);
}

/** Appends `Counted` events to a stream, and answers with the position of the last. */
export async function count(
  store: EventStore,
  stream: string,
  ...all: readonly Counted[]
): Promise<bigint> {
  const events = all.map((each) => enveloped(event('Counted', each)));
  const { position } = await store.append([{ stream, expected: 'any', events }]);
  return position;
}
