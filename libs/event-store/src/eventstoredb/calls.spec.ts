import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  startProtocolDouble,
  type ProtocolDouble,
} from '../../../../test/support/eventstoredb/protocol-double.js';
import { newId, type Command, type Decider, type DomainEvent } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { happened } from '@app/policy';
import { VersionConflict } from '../errors.js';
import { Executor } from '../executor.js';
import { newStream, someEvent, someEvents, write } from '../testing/events.js';
import { askedUnder } from '../testing/requests.js';
import { EventStoreDbEventStore } from './event-store-db-event-store.js';

type Note = Command<'note', object>;
type Noted = DomainEvent<'Noted', object>;

const notes: Decider<Note, number, Noted> = {
  initialState: () => 0,
  evolve: (count) => count + 1,
  decide: (command) => [happened(command, 'Noted', {})],
};

describe('what an append costs', () => {
  let double: ProtocolDouble;
  let stores: EventStoreDbEventStore[];
  beforeEach(async () => {
    double = await startProtocolDouble();
    const { connectionString } = double;
    const open = () => EventStoreDbEventStore.open({ connectionString });
    stores = [await open(), await open()];
    // The call that all appends share is open before anything is counted.
    for (const store of stores) await store.append([write(newStream(), 0, someEvent())]);
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await double.stop();
  });

  /** The appends and reads of the log's streams; what wakes a store, and asks for the head, is not theirs. */
  async function costOf(work: () => Promise<unknown>): Promise<string[]> {
    double.called.splice(0);
    await work();
    return double.called.splice(0);
  }

  test('one call to a stream that is known, two to a new one, and nothing is read back', async () => {
    const [store] = stores;
    const stream = newStream();
    const begun = await costOf(() => store!.append([write(stream, 'no-stream', ...someEvents(3))]));
    expect(begun).toEqual(['append', 'append']);
    for (const expected of [3, 'any', 'stream-exists'] as const)
      expect(await costOf(() => store!.append([write(stream, expected, someEvent())]))).toEqual([
        'append',
      ]);
    expect(await store!.readStream(stream)).toHaveLength(6);
  });

  test('many at once go over the one call', async () => {
    const [store] = stores;
    const cost = await costOf(() =>
      Promise.all(
        Array.from({ length: 64 }, () => store!.append([write(newStream(), 0, someEvent())])),
      ),
    );
    expect(cost).toEqual(Array(128).fill('append'));
  });

  test('a command on a stream that is known is one append, and reads nothing', async () => {
    const executor = new Executor(stores[0]!);
    const stream = newStream();
    const carryOut = () => {
      const command = { ...commandOf<Note>(LI_WEI)('note', {}), id: newId() };
      return executor.execute<Note, number, Noted>({
        request: askedUnder(command.id),
        stream,
        aggregate: { decider: notes, types: { Noted: { schemaVersion: 1 } } },
        command: () => command,
      });
    };
    const reads = ['Streams/Read', 'Streams/Read'];
    expect(await costOf(carryOut)).toEqual([...reads, 'append', 'append']);
    expect(await costOf(carryOut)).toEqual(['append']);
    const { position } = await carryOut();
    expect(position).toBe((await stores[1]!.readStream(stream)).at(-1)!.position);
  });

  test('the answer names the position that is read', async () => {
    const stream = newStream();
    for (const [version, count] of [
      [0, 1],
      [1, 3],
    ] as const) {
      const { position } = await stores[0]!.append([write(stream, version, ...someEvents(count))]);
      expect(position).toBe((await stores[1]!.readStream(stream)).at(-1)!.position);
    }
  });

  test('a stream of others, and a repeat of theirs, cost what it takes to find out', async () => {
    const [ours, theirs] = stores;
    const append = [write(newStream(), 0, ...someEvents(2))];
    const first = await theirs!.append(append);
    expect(await ours!.append(append)).toEqual({ ...first, repeated: true });
    const late = ours!.append([write(append[0]!.stream, 0, someEvent())]);
    await expect(late).rejects.toThrow(VersionConflict);
  });
});
