import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PageQuery } from '@app/http';
import type { DomainEvent } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { createsTable } from '../migrations/creates-table.js';
import type { Projection } from '../projection.js';
import { Column, Key, Table } from '../row.js';
import { ReadSide } from '../testing/read-side.js';
import { listOf } from './list-of.js';

@Table('lamp')
class LampRow {
  @Key('text') readonly lamp!: string;
  @Column('text', { nullable: true }) readonly hangsIn!: string | null;
  @Column('boolean') readonly lit!: boolean;
  @Column('text[]') readonly colours!: readonly string[];
  @Column('bigint') readonly hungAt!: string;
  @Column('integer') readonly watts!: number;
}

type LampHung = DomainEvent<'LampHung', Omit<LampRow, 'hungAt'>>;

const lamps: Projection<LampRow, LampHung> = {
  name: 'lamps',
  version: 1,
  row: LampRow,
  derived: { search: { type: 'tsvector', of: ({ lamp }) => [lamp] } },
  handles: { LampHung: { schemaVersion: 1 } },
  begins: ['LampHung'],
  keysOf: ({ data }) => [data.lamp],
  evolve: (_, { data, position }) => ({ ...data, hungAt: position.toString() }),
};

class LampParams extends PageQuery {
  hangsIn?: string[];
  lit?: boolean;
  watts?: number;
  q?: string;
}

const migrations = [
  createsTable(
    'Lamps1764500000000',
    'read_model.lamp',
    `(lamp text COLLATE "C" PRIMARY KEY, hangs_in text, lit boolean NOT NULL, colours text[] NOT NULL,
      hung_at bigint NOT NULL UNIQUE, watts integer NOT NULL, search tsvector NOT NULL)`,
    'CREATE INDEX lamp_search ON read_model.lamp USING gin (search)',
  ),
];
const to = { action: 'read-lamps', roles: ['supervisor'] } as const;
const said = { path: 'lamps', operation: 'listLamps', summary: 'Lamps.', to, migrations };

const byId = listOf(lamps, { ...said, params: LampParams });
const latest = listOf(lamps, {
  ...said,
  params: LampParams,
  unlessAsked: { lit: true },
  latest: 'hungAt',
});

const hung = eventOf<LampHung>(LI_WEI);
let readSide: ReadSide;

beforeAll(async () => {
  readSide = await ReadSide.start(byId);
  const all = [
    { lamp: 'lobby', hangsIn: 'hall', lit: true, watts: 40 },
    { lamp: 'attic', hangsIn: null, lit: false, watts: 40 },
    { lamp: 'Hall', hangsIn: 'hall', lit: true, watts: 60 },
    { lamp: 'cellar', hangsIn: 'cellar', lit: true, watts: 9 },
  ];
  for (const lamp of all)
    await readSide.happenedIn(`lamp-${lamp.lamp}`, hung('LampHung', { ...lamp, colours: ['red'] }));
});

afterAll(() => readSide.stop());

const ids = async (...asked: Parameters<typeof readSide.page<LampRow, LampParams>>) =>
  (await readSide.page(...asked)).items.map(({ lamp }) => lamp);

describe('a declared list', () => {
  test('shows the rows as they are, in the order of their keys, as of a position', async () => {
    const { items, next, position } = await readSide.page(byId, {});
    expect(items.map(({ lamp }) => lamp)).toEqual(['Hall', 'attic', 'cellar', 'lobby']);
    const attic = { lamp: 'attic', hangsIn: null, lit: false, watts: 40, colours: ['red'] };
    expect(items[1]).toEqual({ ...attic, hungAt: '2' });
    expect([next, BigInt(position)]).toEqual([null, await readSide.store.head()]);
  });

  test.each<[object, readonly string[]]>([
    [{ hangsIn: ['hall'] }, ['Hall', 'lobby']],
    [{ hangsIn: ['hall', 'cellar'] }, ['Hall', 'cellar', 'lobby']],
    [{ lit: false }, ['attic']],
    [{ watts: 40 }, ['attic', 'lobby']],
    [{ watts: 40, lit: true }, ['lobby']],
    [{ q: 'HALL' }, ['Hall']],
    [{ q: 'hall', lit: false }, []],
    [{ q: '%_' }, []],
    [{ watts: undefined, q: undefined, minPosition: '1' }, ['Hall', 'attic', 'cellar', 'lobby']],
  ])('of %j shows %j', async (filter, lamps) => {
    expect(await ids(byId, filter)).toEqual(lamps);
  });

  test('shows what it says where nothing is asked, the latest first', async () => {
    expect(await ids(latest, {})).toEqual(['cellar', 'Hall', 'lobby']);
    expect(await ids(latest, { lit: false })).toEqual(['attic']);
  });

  test.each([
    [byId, ['Hall', 'attic', 'cellar', 'lobby']],
    [latest, ['cellar', 'Hall', 'lobby']],
  ])('comes in pages, each row once', async (list, all) => {
    const first = await readSide.page(list, { limit: 2 });
    const second = await readSide.page(list, { limit: 2, after: first.next! });
    expect([...first.items, ...second.items].map(({ lamp }) => lamp)).toEqual(all);
    expect(second.next).toBeNull();
    for (const after of ['x', Buffer.from('["x"]').toString('base64url')].slice(
      0,
      list === latest ? 2 : 1,
    ))
      await expect(readSide.page(list, { after })).rejects.toMatchObject({ code: 'bad-cursor' });
  });

  test('waits for the position that is asked for', async () => {
    const [Handler] = byId.handlers;
    const ahead = new byId.Ask({ q: 'porch' }, (await readSide.store.head()) + 1n);
    const answer = new Handler!(readSide.asOf, readSide.dataSource).execute(ahead);
    const porch = { lamp: 'porch', hangsIn: null, lit: true, watts: 5, colours: [] };
    await readSide.happenedIn('lamp-porch', hung('LampHung', porch));
    expect(await answer).toMatchObject({ items: [porch] });
  });
});

test('a parameter that no column answers to does not compile, nor an order that a cursor does not keep', () => {
  class Shade extends PageQuery {
    shade?: string;
  }
  class Colours extends PageQuery {
    colours?: string;
  }
  // @ts-expect-error a lamp has no shade
  listOf(lamps, { ...said, params: Shade });
  // @ts-expect-error a lamp has several colours
  listOf(lamps, { ...said, params: Colours });
  expect(() => listOf(lamps, { ...said, params: LampParams, latest: 'watts' })).toThrow(TypeError);
});
