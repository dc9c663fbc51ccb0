import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { derivedId, DomainError, newId } from '@app/kernel';
import { Executor, type Outcome } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import type { TicketCommand } from '../domain/ticket/ticket.commands.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { story } from '../testing/story.arbitrary.js';
import { tickets } from '../ticket.aggregate.js';

let database: TestDatabase;
let store: PostgresEventStore;

beforeAll(async () => {
  database = await testDatabase();
  store = await PostgresEventStore.open({
    connectionString: database.url,
    allowUnsafe: true,
  });
});

afterAll(async () => {
  await store?.close();
  await database?.drop();
});

const { decider } = tickets;

/** What was stored of a story, on a stream of its own. */
interface Told {
  readonly stream: string;
  readonly stored: readonly (readonly [TicketCommand, Outcome])[];
}

/** What came of a command: its outcome, or the code of its refusal. */
async function tell(
  executor: Executor,
  stream: string,
  command: TicketCommand,
): Promise<Outcome | string> {
  try {
    return await executor.execute({
      request: {
        commandId: command.id,
        fingerprint: command.data,
        correlationId: command.id,
        policyVersion: '2026.1',
      },
      stream,
      aggregate: tickets,
      command: () => command,
    });
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** What must come of it: the ticket in memory goes on, or refuses with a code. */
function inMemory(command: TicketCommand, before: Ticket) {
  try {
    const events = decider.decide(command, before);
    return {
      after: events.reduce(decider.evolve, before),
      said: events.map(({ type, data }) => ({ type, data })),
    };
  } catch (error) {
    if (error instanceof DomainError) return { after: before, said: error.code };
    throw error;
  }
}

const said = (outcome: Outcome | string) =>
  typeof outcome === 'string' ? outcome : outcome.events;
const isStored = (outcome: Outcome | string): outcome is Outcome =>
  typeof outcome !== 'string' && outcome.events.length > 0;

/** Tells every story by `turn`, which takes one command at a time, and compares with the memory throughout. */
async function holdsForEveryStory(
  turn: (stream: string, command: TicketCommand, number: number) => Promise<Outcome | string>,
  afterwards: (told: Told, end: Ticket) => Promise<void>,
): Promise<void> {
  const property = async (commands: readonly TicketCommand[]) => {
    const id = newId();
    const stream = tickets.streams.named(id);
    const stored: [TicketCommand, Outcome][] = [];
    let state = decider.initialState();
    for (const [number, each] of commands.entries()) {
      const command = { ...each, id: derivedId(id, each.id) };
      const expected = inMemory(command, state);
      const outcome = await turn(stream, command, number);
      expect(said(outcome)).toEqual(expected.said);
      state = expected.after;
      if (isStored(outcome)) stored.push([command, outcome]);
    }
    const events = stored.flatMap(([, outcome]) => outcome.events);
    const log = await store.readStream(stream);
    expect(log.map(({ type, data }) => ({ type, data }))).toEqual(events);
    await afterwards({ stream, stored }, state);
  };
  await fc.assert(fc.asyncProperty(story, property), { numRuns: 20 });
}

/** Nothing of it is kept, so everything is read from the store. */
const cold = () => new Executor(store);

async function foldsTo(stream: string, state: Ticket): Promise<void> {
  expect((await cold().load(tickets, stream)).state).toEqual(state);
}

test('whatever the decider accepts folds to the same ticket from the store as in memory', async () => {
  const warm = cold();
  await holdsForEveryStory(
    (stream, command) => tell(warm, stream, command),
    async ({ stream }, state) => {
      await foldsTo(stream, state);
      expect((await warm.load(tickets, stream)).state).toEqual(state);
    },
  );
}, 60_000);

test('a command sent twice changes nothing, and is answered with what came of it first', async () => {
  const warm = cold();
  await holdsForEveryStory(
    async (stream, command) => {
      const first = await tell(warm, stream, command);
      const head = await store.head();
      const again = await tell(warm, stream, command);
      expect(again).toEqual(isStored(first) ? { ...first, repeated: true } : first);
      expect(await store.head()).toBe(head);
      return first;
    },
    async ({ stream, stored }, state) => {
      const head = await store.head();
      const late = cold();
      for (const [command, outcome] of stored) {
        expect(await tell(late, stream, command)).toEqual({ ...outcome, repeated: true });
      }
      expect(await store.head()).toBe(head);
      await foldsTo(stream, state);
    },
  );
}, 60_000);

test('two processes that take the commands in turns know one ticket', async () => {
  const processes = [cold(), cold()] as const;
  await holdsForEveryStory(
    (stream, command, number) => tell(processes[number % 2 === 0 ? 0 : 1], stream, command),
    ({ stream }, state) => foldsTo(stream, state),
  );
}, 60_000);

test('two processes that get the same command at the same moment carry it out once', async () => {
  const processes = [cold(), cold()] as const;
  await holdsForEveryStory(
    async (stream, command) => {
      const [one, other] = await Promise.all([
        tell(processes[0], stream, command),
        tell(processes[1], stream, command),
      ]);
      if (!isStored(one) || !isStored(other)) {
        expect(other).toEqual(one);
        return one;
      }
      expect([one.repeated, other.repeated].sort()).toEqual([false, true]);
      expect({ ...other, repeated: one.repeated }).toEqual(one);
      return one;
    },
    ({ stream }, state) => foldsTo(stream, state),
  );
}, 60_000);
