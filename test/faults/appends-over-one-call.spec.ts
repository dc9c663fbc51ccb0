import { setTimeout as sleep } from 'node:timers/promises';
import { status } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { OutcomeUnknown } from '@app/event-store';
import { EventStoreDbEventStore } from '@app/event-store/src/eventstoredb/event-store-db-event-store.js';
import { newStream, someEvent, someEvents, write } from '@app/event-store/src/testing/events.js';
import {
  startProtocolDouble,
  type ProtocolDouble,
} from '../support/eventstoredb/protocol-double.js';
import { rounds } from '../support/rounds.js';

const ROUNDS = rounds({ short: 15, full: 200 });

/** Milliseconds that an answer may take here. */
const PATIENCE = 60;

describe('the same command at the same moment from two processes, its answers lost', () => {
  let double: ProtocolDouble;
  let stores: EventStoreDbEventStore[];
  beforeEach(async () => {
    double = await startProtocolDouble();
    const { connectionString } = double;
    const open = () => EventStoreDbEventStore.open({ connectionString, appendTimeoutMs: PATIENCE });
    stores = [await open(), await open()];
  });
  afterEach(async () => {
    heal();
    await Promise.all(stores.map((store) => store.close()));
    await double.stop();
  });

  const heal = () => {
    double.faults.swallow = 'nothing';
    double.faults.answerAppendsAfterMs = 0;
  };

  test.each<[string, () => unknown]>([
    ['never', () => undefined],
    ['before it is sent: the connection is cut', () => double.dropConnections()],
    [
      'before it is stored: the call breaks',
      () => double.faults.failNext('append', status.UNAVAILABLE),
    ],
    ['before it is stored: nothing comes', () => (double.faults.swallow = 'append')],
    ['after it is stored: nothing comes', () => (double.faults.swallow = 'answer')],
    [
      'after it is stored: it comes too late',
      () => (double.faults.answerAppendsAfterMs = PATIENCE + 20),
    ],
    [
      'after it is stored: the connection is cut',
      () => {
        double.faults.answerAppendsAfterMs = PATIENCE / 2;
        setTimeout(() => double.dropConnections(), PATIENCE / 4);
      },
    ],
  ])(
    '%s: stored once, and both are told the truth',
    async (_, fault) => {
      for (let round = 0; round < ROUNDS; round++) {
        const stream = newStream();
        await stores[round % 2]!.append([write(stream, 0, someEvent())]);
        const append = [write(stream, 1, ...someEvents(1 + (round % 3)))];
        fault();
        const healed = sleep(PATIENCE / 2).then(heal);
        const answers = await Promise.all(stores.map((store) => store.append(append)));
        await healed;
        const stored = await stores[0]!.readStream(stream);
        expect(stored.slice(1).map(({ id }) => id)).toEqual(append[0]!.events.map(({ id }) => id));
        expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
        for (const { position, versions } of answers)
          expect({ position, versions }).toEqual({
            position: stored.at(-1)!.position,
            versions: { [stream]: stored.length },
          });
      }
    },
    120_000,
  );

  test('what nobody could find out is learnt by sending it again', async () => {
    const { connectionString } = double;
    const hasty = await EventStoreDbEventStore.open({
      connectionString,
      appendTimeoutMs: PATIENCE,
      giveUpAfterMs: PATIENCE - 10,
    });
    stores.push(hasty);
    const append = [write(newStream(), 0, someEvent())];
    await hasty.append([write(append[0]!.stream, 0, someEvent())]);
    const next = [write(append[0]!.stream, 1, ...someEvents(2))];
    double.faults.swallow = 'answer';
    await expect(hasty.append(next)).rejects.toThrow(OutcomeUnknown);
    heal();
    for (const store of stores) expect(await store.append(next)).toMatchObject({ repeated: true });
  });
});
