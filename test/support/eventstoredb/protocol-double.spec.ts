import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  jsonEvent,
  streamNameFilter,
  type AllStreamRecordedEvent,
  type AppendExpectedRevision,
  type JSONEventData,
} from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { startProtocolDouble, type ProtocolDouble } from './protocol-double.js';

let double: ProtocolDouble;
let client: EventStoreDBClient;

beforeAll(async () => {
  double = await startProtocolDouble();
  client = EventStoreDBClient.connectionString(double.connectionString);
});

afterEach(() => {
  double.faults.swallow = 'nothing';
  double.faults.answerAppendsAfterMs = 0;
  double.faults.leader = undefined;
});

afterAll(async () => {
  await client.dispose();
  await double.stop();
});

const newStream = () => `order-${randomUUID()}`;
const some = (count: number): JSONEventData[] =>
  Array.from({ length: count }, (_, n) => jsonEvent({ type: 'Noted', data: { n } }));

/** Credentials of its own make the client send an append as one call; without, on the batch call. */
const oneCall = { credentials: { username: 'nobody', password: '' } };

async function idsOf(stream: string, direction: 'forwards' | 'backwards' = FORWARDS) {
  const fromRevision = direction === FORWARDS ? START : END;
  const ids: string[] = [];
  for await (const { event } of client.readStream(stream, { direction, fromRevision }))
    ids.push(event?.id ?? '');
  return ids;
}

describe.each([
  ['one call each', oneCall],
  ['the batch call', {}],
])('appends by %s', (_, how) => {
  const append = (
    stream: string,
    events: JSONEventData[],
    expectedRevision: AppendExpectedRevision,
  ) => client.appendToStream(stream, events, { ...how, expectedRevision });

  test('are answered as a real server answered: with the place of the last event, a repeat like the first', async () => {
    const stream = newStream();
    const events = some(3);
    await append(stream, some(1), NO_STREAM);
    const first = await append(stream, events, 0n);
    await append(stream, some(1), 3n);
    const places: bigint[] = [];
    for await (const { event } of client.readStream(stream)) places.push(event!.position!.commit);
    const placed = (commit: bigint | undefined) => ({ position: { commit, prepare: commit } });
    expect(first).toMatchObject(placed(places[3]));
    expect(await append(stream, events, 0n)).toEqual(first);
    expect(await append(stream, events.slice(0, 1), 0n)).toMatchObject(placed(places[1]));
    for (const [wrong, revision] of [
      [[...events, ...some(1)], 0n],
      [events.slice(1), 0n],
      [some(1), 2n],
      [some(1), 9n],
    ] as const) {
      const refused = append(stream, [...wrong], revision);
      await expect(refused).rejects.toMatchObject({ actualVersion: 4n });
    }
  });

  test('are taken at the expected revision, and refused at another with the actual one', async () => {
    const stream = newStream();
    await expect(append(stream, some(1), STREAM_EXISTS)).rejects.toMatchObject({
      actualVersion: 'no_stream',
    });
    expect(await append(stream, some(2), NO_STREAM)).toMatchObject({ nextExpectedRevision: 1n });
    expect(await append(stream, some(1), 1n)).toMatchObject({ nextExpectedRevision: 2n });
    expect(await append(stream, some(1), STREAM_EXISTS)).toMatchObject({ success: true });
    expect(await append(stream, some(1), 'any')).toMatchObject({ nextExpectedRevision: 4n });
    for (const expected of [NO_STREAM, 1n, 9n] as const) {
      const refused = append(stream, some(1), expected);
      await expect(refused).rejects.toThrow(WrongExpectedVersionError);
      await expect(refused).rejects.toMatchObject({ actualVersion: 4n });
    }
    expect(await idsOf(stream)).toHaveLength(5);
  });

  test('are known again by their ids at the expected place, and there only', async () => {
    const [stream, events] = [newStream(), some(2)];
    const first = await append(stream, events, NO_STREAM);
    expect(await append(stream, events, NO_STREAM)).toEqual(first);
    await expect(append(stream, [events[1]!, ...some(1)], 0n)).rejects.toThrow(
      WrongExpectedVersionError,
    );
    await append(stream, events, 'any');
    expect(await idsOf(stream)).toHaveLength(4);
  });

  test('that race for a new stream have one winner', async () => {
    const stream = newStream();
    const settled = await Promise.allSettled(
      some(20).map((event) => append(stream, [event], NO_STREAM)),
    );
    expect(settled.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(await idsOf(stream)).toHaveLength(1);
  });
});

describe('reads', () => {
  test('give a stream both ways, and say that one is missing, deleted or gone for good', async () => {
    const [stream, events] = [newStream(), some(5)];
    await client.appendToStream(stream, events);
    const ids = events.map(({ id }) => id);
    expect(await idsOf(stream)).toEqual(ids);
    expect(await idsOf(stream, BACKWARDS)).toEqual(ids.toReversed());
    await expect(idsOf(newStream())).rejects.toThrow(StreamNotFoundError);
    await client.deleteStream(stream);
    await expect(idsOf(stream)).rejects.toThrow(StreamNotFoundError);
    const again = await client.appendToStream(stream, some(1), { expectedRevision: NO_STREAM });
    expect(again.nextExpectedRevision).toBe(5n);
    await client.tombstoneStream(stream);
    await expect(idsOf(stream)).rejects.toThrow(StreamDeletedError);
  });

  test('give the whole log both ways, in growing positions with gaps, the events of the server among them', async () => {
    await client.appendToStream(newStream(), some(10));
    const [forward, backward] = [await allFrom(FORWARDS), await allFrom(BACKWARDS)];
    expect(backward.toReversed()).toEqual(forward);
    const positions = forward.map(({ position }) => position.commit);
    for (const [i, position] of positions.slice(1).entries())
      expect(position - positions[i]!).toBeGreaterThan(1n);
    const own = forward.map(({ streamId }) => streamId).filter((name) => name.startsWith('$'));
    expect(own).toEqual(expect.arrayContaining(['$user-admin', '$stats-127.0.0.1:2113']));
  });

  async function allFrom(direction: 'forwards' | 'backwards') {
    const fromPosition = direction === FORWARDS ? START : END;
    const events: AllStreamRecordedEvent[] = [];
    for await (const { event } of client.readAll({ direction, fromPosition }))
      if (event) events.push(event);
    return events;
  }
});

test('a filtered subscription goes from what is stored to what is written, with checkpoints between', async () => {
  const [prefix, past, coming] = [newStream(), some(3), some(2)];
  const checkpoints: bigint[] = [];
  await client.appendToStream(`${prefix}-a`, past);
  await client.appendToStream(newStream(), some(100));
  const filter = streamNameFilter({
    prefixes: [prefix],
    checkpointInterval: 1,
    checkpointReached: async (_, { commit }) => void checkpoints.push(commit),
  });
  const subscription = client.subscribeToAll({ fromPosition: START, filter });
  const ids: string[] = [];
  const caughtUp = new Promise((resolve) => subscription.once('caughtUp', resolve));
  const all = new Promise<void>((resolve) => {
    subscription.on('data', ({ event }) => {
      ids.push(event?.id ?? '');
      if (ids.length === 5) resolve();
    });
  });
  await caughtUp;
  await client.appendToStream(`${prefix}-b`, coming);
  await all;
  expect(ids).toEqual([...past, ...coming].map(({ id }) => id));
  expect(checkpoints.length).toBeGreaterThan(2);
  await subscription.unsubscribe();
});

describe('faults', () => {
  const append = (stream: string, deadline = 300) =>
    client.appendToStream(stream, some(1), { ...oneCall, deadline, expectedRevision: NO_STREAM });

  test('an answer comes late, or never, after the append is stored; or the append is lost', async () => {
    const [late, unanswered, lost] = [newStream(), newStream(), newStream()];
    double.faults.answerAppendsAfterMs = 100;
    const since = performance.now();
    await append(late, 5_000);
    expect(performance.now() - since).toBeGreaterThan(95);
    double.faults.swallow = 'answer';
    await expect(append(unanswered)).rejects.toMatchObject({ type: 'deadline-exceeded' });
    expect(await idsOf(unanswered)).toHaveLength(1);
    double.faults.swallow = 'append';
    await expect(append(lost)).rejects.toMatchObject({ type: 'deadline-exceeded' });
    await expect(idsOf(lost)).rejects.toThrow(StreamNotFoundError);
  });

  test('the next call fails as told, and the one after it is done', async () => {
    const stream = newStream();
    double.faults.failNext('append', status.RESOURCE_EXHAUSTED);
    await expect(append(stream)).rejects.toThrow('told to fail');
    await append(stream, 5_000);
    double.faults.failNext('read', status.INTERNAL);
    await expect(idsOf(stream)).rejects.toThrow('told to fail');
    expect(await idsOf(stream)).toHaveLength(1);
  });

  test('one that does not lead names the leader to who asks for it', async () => {
    const { port } = double;
    double.faults.leader = { host: '127.0.0.1', port };
    await append(newStream(), 5_000);
    const refused = client.appendToStream(newStream(), some(1), {
      ...oneCall,
      requiresLeader: true,
    });
    await expect(refused).rejects.toMatchObject({
      type: 'not-leader',
      leader: { address: '127.0.0.1', port },
    });
  });

  test.each([
    ['dropped connections', async () => double.dropConnections()],
    ['a restart on the same port', () => double.restart()],
  ])('%s end a subscription and lose nothing that is stored', async (_, fault) => {
    const stream = newStream();
    await append(stream, 5_000);
    const subscription = client.subscribeToAll({ fromPosition: END });
    const failed = new Promise((resolve) => subscription.once('error', resolve));
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    await fault();
    expect(await failed).toBeInstanceOf(Error);
    expect(await idsOf(stream)).toHaveLength(1);
  });
});
