import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newId, type DomainEvent } from '@app/kernel';
import { DISPATCHER } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { anyCustomer } from '@app/customers/src/testing/customers.js';
import { anyEmployee } from '@app/department/src/testing/employees.js';
import type { RecordedEvent } from '@app/event-store';
import { tablesOf, type TableFold } from '@app/projections';
import { keyOf } from '@app/projections/src/table.js';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsIn } from '@app/projections/src/testing/given-events.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { openedCase } from '@app/standings/src/testing/cases.js';
import { anyTicket } from '@app/tickets/src/testing/histories.js';
import { aggregates, projections, readModels } from '../declared.js';

/** What happened in one stream. */
type Happened = readonly [stream: string, events: readonly DomainEvent[]];

const stream = (kind: string, events: (id: string) => readonly DomainEvent[]): Happened => {
  const id = newId();
  return [`${kind}-${id}`, events(id)];
};

/** What an aggregate can store, each event as its sample says, in the order in which they are declared. */
const samplesOf = ({ types, id: idOf = '' }: (typeof aggregates)[number]) =>
  Object.entries(types).map(([type, { sample }]) => (id: string) => {
    const data = sample as Readonly<Record<string, unknown>>;
    const named = Object.hasOwn(data, idOf) ? { ...data, [idOf]: id } : data;
    return eventOf(DISPATCHER)(type, named);
  });

/** What becomes of any kind of stream, in whatever order, also where nobody has said more of it. */
const ofSamples = fc.tuple(
  ...aggregates.map((aggregate) =>
    fc
      .array(fc.constantFrom(...samplesOf(aggregate)), { maxLength: 6 })
      .map((all) => () => stream(aggregate.category, (id) => all.map((event) => event(id)))),
  ),
);

/** Histories of each kind of stream; of some, as they are in life. */
const anyHistories = fc
  .tuple(anyTicket, anyTicket, anyCustomer, anyEmployee, ofSamples)
  .map(([ticket, another, customer, employee, others]) => () => [
    stream('ticket', ticket),
    stream('ticket', another),
    stream('customer', customer),
    stream('employee', employee),
    ...others.map((other) => other()),
  ]);

/** One of each event that there is; and a case whose act is a share, which is another kind of case. */
const everything: readonly Happened[] = [
  ...aggregates.map((aggregate) =>
    stream(aggregate.category, (id) => samplesOf(aggregate).map((event) => event(id))),
  ),
  [
    'standing-li-wei:2026',
    [openedCase(1, 'D30.extra-service', { income: '600.00', costs: '1.00' })],
  ],
];

let readSide: ReadSide;
/** What has happened, in the order of the log. */
const log: RecordedEvent[] = [];

beforeAll(async () => {
  readSide = await ReadSide.start(...readModels);
});

afterAll(() => readSide.stop());

test('every read model is the fold of the log, whatever has happened', async () => {
  await happened(everything);
  await eachIsTheFold();
  await fc.assert(
    fc.asyncProperty(anyHistories, async (histories) => {
      await happened(histories());
      await eachIsTheFold();
    }),
    { numRuns: 15 },
  );
}, 60_000);

/** A read model that nothing here fills would be the fold of the log too. */
test.each(projections)(
  'and so is $name: all that it handles has happened, and filled it',
  async (projection) => {
    const seen = new Set(log.map(({ type }) => type));
    expect(Object.keys(projection.handles).filter((type) => !seen.has(type))).toEqual([]);
    for (const table of tablesOf(projection)) expect((await stored(table)).size).toBeGreaterThan(0);
  },
);

test('a row that an event begins is made of that event alone, whatever stood there', () => {
  const past = [
    ...everything.flatMap(([name, events]) => recorded(name, events)),
    ...fc
      .sample(anyTicket, 60)
      .flatMap((historyOf, i) => recorded(`ticket-T${i}`, historyOf(`T${i}`))),
  ];
  for (const projection of projections) {
    for (const table of tablesOf(projection)) {
      const { begins = [] } = table;
      if (begins === 'always') continue;
      const after = rowsIn(projection, table, past);
      const beginnings = past.filter(({ type }) => begins.includes(type));
      expect(new Set(beginnings.map(({ type }) => type))).toEqual(new Set(begins));
      for (const [event, key] of beginnings.flatMap((each) =>
        table.keysOf(each).map((touched) => [each, touched] as const),
      )) {
        const row = table.evolve(undefined, event, key, nothing);
        expect(row).toBeDefined();
        expect(table.evolve(after.get(key), event, key, nothing)).toEqual(row);
      }
    }
  }
});

function nothing(): undefined {
  return undefined;
}

async function happened(histories: readonly Happened[]): Promise<void> {
  await Promise.all(
    histories.map(async ([name, events]) => {
      for (const event of events) await readSide.happenedIn(name, event);
    }),
  );
}

/** Whole tables, so that a row too many is noticed as well. */
async function eachIsTheFold(): Promise<void> {
  const head = await readSide.store.head();
  while ((log.at(-1)?.position ?? 0n) < head) {
    const page = await readSide.store.readAll({ after: log.at(-1)?.position ?? 0n, limit: 1_000 });
    log.push(...page.events);
  }
  for (const projection of projections) {
    await readSide.projections.waitFor(projection.name, head, 5_000);
    for (const table of tablesOf(projection))
      expect(await stored(table)).toEqual(rowsIn(projection, table, log));
  }
}

/** A table's rows, as TypeORM reads them. */
async function stored(table: TableFold): Promise<Map<string, object>> {
  const rows = await readSide.dataSource.getRepository(table.row).find();
  return new Map(rows.map((row) => [keyOf(table, row), { ...row }]));
}
