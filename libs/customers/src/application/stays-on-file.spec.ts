import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Executor, type Aggregate, type EventStore, type Outcome } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { Interleaving } from '@app/event-store/src/testing/interleaving.js';
import { requested } from '@app/event-store/src/testing/requests.js';
import { SingleStreamStore } from '@app/event-store/src/testing/single-stream-store.js';
import { newId, type Command, type DomainEvent } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { happened } from '@app/policy';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { customers } from '../customer.aggregate.js';
import { customerOnFile } from './customer-on-file.js';
import type { CustomerCommand } from '../domain/customer.decider.js';
import { staysOnFile } from './stays-on-file.js';

/* Something is begun for a customer while they are erased, by two processes on one log. */

type Begin = Command<'Begin', { customer: string }>;
const begunAggregate: Aggregate<Begin, number, DomainEvent<'Begun', { customer: string }>> = {
  decider: {
    initialState: () => 0,
    evolve: (count) => count + 1,
    decide: (command) => [happened(command, 'Begun', command.data)],
  },
  types: { Begun: { schemaVersion: 1 } },
};
const file = { decider: customers.decider, types: customers.types };
const cause = { occurredAt: at('09:00'), actor: MANAGER };

let database: TestDatabase;
let log: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  log = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
});
afterAll(async () => {
  await log?.close();
  await database?.drop();
});

function ask(store: EventStore, customer: string, command: CustomerCommand) {
  return new Executor(store).execute({
    request: requested(command.type, customer, command.data, { commandId: command.id }),
    stream: customers.streams.named(customer),
    aggregate: file,
    command: () => command,
  });
}

async function registered(): Promise<string> {
  const customer = newId();
  const data = { customer, name: '孙丽', phone: '+8613800000001' };
  await ask(log, customer, { ...cause, id: newId(), type: 'RegisterCustomer', data });
  return customer;
}

/** In two steps, the second of which looks once more for what was begun: whether that is there. */
async function erase(store: EventStore, customer: string, begun: string) {
  const nothing = { files: [], tickets: [], complaints: [], contracts: [] };
  const by = { ...cause, id: newId() };
  const data = { reason: 'x', sales: [] };
  await ask(store, customer, { ...by, type: 'ErasePerson', data, known: nothing });
  const executor = new Executor(store);
  const request = requested('CompleteErasure', customer, {});
  return executor.execute({
    request,
    stream: customers.streams.named(customer),
    aggregate: file,
    command: async () => ({
      ...{ ...cause, id: request.commandId, type: 'CompleteErasure' as const, data: {} },
      known: {
        ...nothing,
        tickets:
          (await executor.load(begunAggregate, begun)).version > 0
            ? [{ ticket: begun, open: true }]
            : [],
      },
    }),
  });
}

/** As commands do that name a customer: they look the customer up, and say that it is to stay so. */
function begin(store: EventStore, customer: string, stream: string) {
  const executor = new Executor(store);
  const data = { customer };
  const request = requested('Begin', 'x', data);
  const read = async () => (await executor.load(file, customers.streams.named(customer))).state;
  return executor.execute({
    request,
    stream,
    aggregate: begunAggregate,
    command: async () => {
      await customerOnFile({ data }, { read } as never);
      return { ...cause, id: request.commandId, type: 'Begin' as const, data };
    },
    participants: () => [staysOnFile(executor, customer, request)],
  });
}

/** Each order in which two processes can make so many calls, as far as it is told. */
const orders = Array.from({ length: 64 }, (_, bits) =>
  Array.from({ length: 6 }, (_, step) => (bits >> step) & 1),
);

describe.each([
  ['takes several streams at once', () => log],
  ['takes one stream at a time', () => new SingleStreamStore(log)],
] as const)('[R8] on a store that %s', (_, open) => {
  test('what is begun for somebody keeps them, or is refused, whoever comes first', async () => {
    const ends = new Set<string>();
    for (const order of orders) {
      const customer = await registered();
      const stream = `begun-${newId()}`;
      const meeting = new Interleaving();
      const [one, other] = [meeting.through(open()), meeting.through(open())];
      const [began, erased] = await meeting.run<Outcome>(order, [
        () => begin(one, customer, stream),
        () => erase(other, customer, stream),
      ]);
      if (erased!.status === 'rejected') throw erased!.reason;
      const ended = erased!.value.events.map(({ type }) => type);
      if (began!.status === 'rejected') {
        expect(began!.reason).toMatchObject({ code: 'unknown-customer', pointer: '/customer' });
        expect(ended).toEqual(['PersonErased']);
      } else expect(ended).toEqual(['ErasureGivenUp']);
      ends.add(began!.status);
    }
    expect([...ends].sort()).toEqual(['fulfilled', 'rejected']);
  }, 120_000);

  test('what is begun leaves the file as it was, however many begin at once', async () => {
    const customer = await registered();
    const streams = Array.from({ length: 6 }, () => `begun-${newId()}`);
    const all = await Promise.all(streams.map((each) => begin(open(), customer, each)));
    expect(all.map(({ events }) => events.length)).toEqual([1, 1, 1, 1, 1, 1]);
    const { state } = await new Executor(log).load(file, customers.streams.named(customer));
    expect(state).toMatchObject({ status: 'registered', name: '孙丽' });
    const { events } = await erase(open(), customer, `begun-${newId()}`);
    expect(events).toMatchObject([{ type: 'PersonErased' }]);
  });
});
