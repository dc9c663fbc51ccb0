import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AnyAggregate } from '@app/aggregates';
import { Executor } from '@app/event-store';
import { fingerprint } from '@app/event-store/src/fingerprint.js';
import { enveloped } from '@app/event-store/src/testing/envelopes.js';
import { SingleStreamStore } from '@app/event-store/src/testing/single-stream-store.js';
import { askedUnder } from '@app/event-store/src/testing/requests.js';
import { customers } from '@app/customers/src/customer.aggregate.js';
import { newId } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { DISPATCHER } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { PersonalFields, Privacy, SealedEventStore } from '@app/privacy';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { aggregates } from './declared.js';

let database: TestDatabase;
let store: SealedEventStore;

beforeAll(async () => {
  database = await testDatabase();
  const { url } = database;
  const stored = await PostgresEventStore.open({ connectionString: url, allowUnsafe: true });
  const privacy = await Privacy.open({ databaseUrl: url, masterKey: new Uint8Array(32).fill(1) });
  store = new SealedEventStore(stored, privacy, new PersonalFields(aggregates));
});

afterAll(async () => {
  await store?.close();
  await database?.drop();
});

const eventNamed = eventOf(DISPATCHER);

/** Each declared event type that says something of people, with its sample. */
const personal = aggregates.flatMap(({ category, types }: AnyAggregate) =>
  Object.entries(types).flatMap(([type, { personal: said, sample }]) =>
    said === 'none' ? [] : [{ category, type, said, sample }],
  ),
);

describe.each(personal)('$type of a $category', ({ category, type, said, sample }) => {
  test('is stored with each personal text sealed, and read as it was', async () => {
    const stream = `${category}-${newId()}`;
    const event = enveloped(eventNamed(type, sample));
    await store.append([{ stream, expected: 'no-stream', events: [event] }]);
    const [stored] = await store.stored.readStream(stream);
    for (const { texts, files = [], filesUnless = '' } of said) {
      const found = texts.flatMap((path) => textsAt(stored!.data, path.split('.')));
      // The sample shows what there can be, or nothing shows that it is sealed.
      if (texts.length > 0) expect(found.length).toBeGreaterThan(0);
      for (const text of found) expect(text).toMatch(/^§1:.+$/);
      const stamped = valueAt(sample, filesUnless.split('.')) === true;
      for (const path of files) {
        expect(textsAt(sample, path.split('.'))[0]).toMatch(/^[0-9a-f]{64}$/);
        const named = textsAt(stored!.data, path.split('.'))[0];
        expect(named).toMatch(stamped ? /^[0-9a-f]{64}$/ : /^§1:.+$/);
      }
    }
    const [read] = await store.readStream(stream);
    expect(read!.data).toEqual(sample);
  });
});

test.each([
  ['ticket', 'FindingExcused', 'reason'],
  ['ticket', 'FindingUpheld', 'remark'],
  ['ticket', 'VerdictReopened', 'reason'],
  ['ticket', 'TicketResolved', 'told.by'],
  ['ticket', 'TicketCancelled', 'told.by'],
  ['ticket', 'VisitRescheduled', 'told.by'],
  ['ticket', 'VisitCancelled', 'told.by'],
  ['complaint', 'FindingRecorded', 'remark'],
  ['complaint', 'VerdictReopened', 'reason'],
  ['stock', 'ReservationEnded', 'reason'],
  ['ticket', 'TicketOpened', 'agreement'],
  ['contract', 'ContractDrafted', 'terms.emergency.measures'],
  ['contract', 'DraftRevised', 'reason'],
  ['contract', 'ContractAmended', 'reason'],
  ['contract', 'ContractTerminated', 'reason'],
  ['contract', 'MaintenanceMoved', 'reason'],
  ['contract', 'RetrainingAsked', 'change'],
  ['stock', 'MaterialTakenBack', 'reason'],
])("in a %s, what %s says in its %s can be a customer's words", (category, type, path) => {
  const declared = personal.filter((each) => each.category === category && each.type === type);
  expect(declared.flatMap(({ said }) => said.flatMap(({ texts }) => texts))).toContain(path);
});

test('events with personal texts are all that there are in streams of people', () => {
  const kinds = [...new Set(personal.map(({ category }) => category))].sort();
  expect(kinds).toEqual([
    ...['complaint', 'contract', 'customer', 'merge'],
    ...['piece', 'stock', 'ticket', 'unit'],
  ]);
});

test('what is claimed for another stream is sealed as in itself, where a store takes one stream at a time', async () => {
  const single = new SealedEventStore(
    new SingleStreamStore(store.stored),
    store.privacy,
    new PersonalFields(aggregates),
  );
  const change = enveloped(eventNamed('PieceMoved', { slip: 'XS-1', customer: '孙丽', number: 1 }));
  const data = { claim: { id: newId() }, changes: [change] };
  const stream = `piece-${newId()}`;
  const events = [enveloped(eventNamed('ChangeClaimed', data))];
  await single.append([{ stream, expected: 'no-stream', events }]);
  const stored = JSON.stringify((await store.stored.readStream(stream))[0]!.data);
  expect(stored).toMatch(/§1:[\w-]{12}:customer:/);
  expect(stored).not.toContain('孙丽');
  expect((await single.readStream(stream))[0]!.data).toEqual(data);
});

test('what a repeat is known by is no hash that somebody could try', async () => {
  const data = { customer: `C-${newId()}`, name: '孙丽', phone: '13800000001' };
  const request = askedUnder(newId(), data);
  const stream = customers.streams.named(data.customer);
  await new Executor(store).execute({
    request,
    stream,
    aggregate: { decider: customers.decider, types: customers.types },
    command: () => ({
      ...{ id: request.commandId, type: 'RegisterCustomer' as const, data },
      ...{ occurredAt: at('09:00'), actor: DISPATCHER },
    }),
  });
  const [event] = await store.readStream(stream);
  expect(event!.commandHash).toBe(store.fingerprint(request.fingerprint));
  expect(event!.commandHash).not.toBe(fingerprint(request.fingerprint));
});

function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce((each, step) => (each as Record<string, unknown> | undefined)?.[step], value);
}

/** The texts at a path. */
function textsAt(value: unknown, [step, ...steps]: readonly string[]): string[] {
  if (Array.isArray(value))
    return value.flatMap((each) => textsAt(each, [step!, ...steps].filter(Boolean)));
  if (step === undefined) return typeof value === 'string' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return textsAt((value as Readonly<Record<string, unknown>>)[step], steps);
}
