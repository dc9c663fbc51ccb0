import type { KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Pool } from '@app/postgres';
import { Batcher } from './batcher.js';
import { keyOf, newKey } from './cipher.js';
import { newKeyId } from './destroyed.js';
import type { MasterKey } from './master-key.js';

/** The key of one person. */
export interface PersonKey {
  /** Names it in sealed texts. */
  readonly id: string;
  readonly key: KeyObject;
}

/** Keys that a process keeps: of those whom it has lately had to do with, some ten megabytes. */
const KEPT = 50_000;

/** Another process may have made the key meanwhile; then it is found at the next look. */
const ATTEMPTS = 5;

interface KeyRow {
  readonly id: string;
  readonly person: string;
  /** Null of a person who is erased. */
  readonly wrapped: Buffer | null;
}

/**
 * The keys of people, as far as this process has had to do with them. They are made as they are
 * needed, and asked for together: at most one query for a page of events, or for an append.
 */
export class Keyring {
  private readonly byPerson = new LRUCache<string, PersonKey>({ max: KEPT });
  private readonly byId = new LRUCache<string, PersonKey>({ max: KEPT });
  private readonly made = new Batcher((people) => this.make(people));
  private readonly found = new Batcher((ids) => this.find(ids));

  constructor(
    private readonly database: Pool,
    private readonly master: MasterKey,
  ) {}

  /** The keys under which texts of these people are sealed, made where they have none; none of whoever is erased. */
  async ofPeople(people: ReadonlySet<string>): Promise<ReadonlyMap<string, PersonKey>> {
    const keys = known(people, this.byPerson);
    const missing = [...people].filter((person) => !keys.has(person));
    if (missing.length === 0) return keys;
    const made = await this.made.of(missing);
    return both(keys, missing, made);
  }

  /** Those of the keys, by their ids, that there are: one that is missing was destroyed. */
  async ofIds(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, PersonKey>> {
    const keys = known(ids, this.byId);
    const missing = [...ids].filter((id) => !keys.has(id));
    if (missing.length === 0) return keys;
    return both(keys, missing, await this.found.of(missing));
  }

  /** The key of that person, or file; undefined where there is none. */
  async named(person: string): Promise<PersonKey | undefined> {
    const kept = this.byPerson.get(person);
    if (kept) return kept;
    const { rows } = await this.database.query<KeyRow>({
      name: 'person-key-named',
      text: 'SELECT id, person, wrapped FROM privacy.person_key WHERE person = $1',
      values: [person],
    });
    return rows[0] && this.keep(rows[0]);
  }

  /** Knows none any more: some were destroyed, and which of them are left is in the database. */
  forget(): void {
    this.byPerson.clear();
    this.byId.clear();
  }

  /**
   * A key is there before the event that is sealed under it. Where it needs not wait for the disk by
   * itself, the event's own append does: the log is written to the disk in order.
   */
  private async make(people: readonly string[]): Promise<ReadonlyMap<string, PersonKey>> {
    const ids = people.map(newKeyId);
    const own = new Map(ids.map((id) => [id, newKey()]));
    const wrapped = ids.map((id) => this.master.wrap(own.get(id)!, id));
    const keys = new Map<string, PersonKey | undefined>();
    for (let attempt = 1; keys.size < people.length && attempt <= ATTEMPTS; attempt++) {
      const { rows } = await this.database.query<KeyRow>({
        name: 'make-person-keys',
        text: `
          WITH made AS (
            INSERT INTO privacy.person_key (id, person, wrapped)
            SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[])
            ON CONFLICT (person) DO NOTHING
            RETURNING id, person, wrapped
          )
          SELECT * FROM made
          UNION ALL SELECT id, person, wrapped FROM privacy.person_key WHERE person = ANY($2)`,
        values: [ids, people, wrapped],
      });
      for (const row of rows) keys.set(row.person, this.keep(row, own.get(row.id)));
    }
    if (keys.size < people.length) throw new Error('others kept making and destroying the keys');
    return defined(keys);
  }

  private async find(ids: readonly string[]): Promise<ReadonlyMap<string, PersonKey>> {
    const { rows } = await this.database.query<KeyRow>({
      name: 'find-person-keys',
      text: 'SELECT id, person, wrapped FROM privacy.person_key WHERE id = ANY($1)',
      values: [ids],
    });
    return defined(new Map(rows.map((row) => [row.id, this.keep(row)])));
  }

  private keep({ id, person, wrapped }: KeyRow, own?: Uint8Array): PersonKey | undefined {
    if (!wrapped) return undefined;
    const key = { id, key: keyOf(own ?? this.master.unwrap(wrapped, id)) };
    this.byPerson.set(person, key);
    this.byId.set(id, key);
    return key;
  }
}

function known(
  names: ReadonlySet<string>,
  kept: LRUCache<string, PersonKey>,
): Map<string, PersonKey> {
  const keys = new Map<string, PersonKey>();
  for (const name of names) {
    const key = kept.get(name);
    if (key) keys.set(name, key);
  }
  return keys;
}

/** What is at hand, and of the rest what there is. */
function both(
  keys: Map<string, PersonKey>,
  names: readonly string[],
  others: ReadonlyMap<string, PersonKey>,
): ReadonlyMap<string, PersonKey> {
  for (const name of names) {
    const key = others.get(name);
    if (key) keys.set(name, key);
  }
  return keys;
}

/** Without those of whom there is none. */
function defined(keys: ReadonlyMap<string, PersonKey | undefined>): Map<string, PersonKey> {
  return new Map([...keys].flatMap(([name, key]) => (key ? [[name, key] as const] : [])));
}
