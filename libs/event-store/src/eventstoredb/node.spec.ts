import { setTimeout as pause } from 'node:timers/promises';
import { status } from '@grpc/grpc-js';
import { jsonEvent, UnavailableError } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@app/kernel';
import {
  startProtocolDouble,
  type ProtocolDouble,
} from '../../../../test/support/eventstoredb/protocol-double.js';
import { addressOf } from './connection-string.js';
import { Connection } from './connection.js';
import { Node } from './node.js';
import { NotSent } from './not-sent.js';
import { followRequest, logRequest } from './read-request.js';
import { followed, readToEnd } from './reading.js';

const CALL = { credentials: { username: 'nobody', password: '' }, requiresLeader: true };

describe('of what the client of a node keeps, nothing fails unheard', () => {
  let double: ProtocolDouble;
  let node: Node;
  const unheard: unknown[] = [];
  const note = (reason: unknown) => void unheard.push(reason);
  beforeEach(async () => {
    double = await startProtocolDouble();
    const endpoint = { address: '127.0.0.1', port: double.port };
    node = new Node(endpoint, { client: {}, credentials: { insecure: true } });
    process.on('unhandledRejection', note);
  });
  afterEach(async () => {
    await pause(50);
    process.off('unhandledRejection', note);
    await node.close();
    await double.stop();
    expect(unheard.splice(0)).toEqual([]);
  });

  const append = () =>
    node.appendToStream(`test-${newId()}`, jsonEvent({ type: 'Noted', data: {} }), CALL);
  const read = async () => readToEnd(await node.read(logRequest({}), CALL), { patience: 1_000 });
  const follow = async (signal = new AbortController().signal) => {
    const call = await node.read(followRequest(0n, '.*'), CALL);
    for await (const _ of followed(call, signal)) continue;
  };

  test('its channel: a stream that ends while another call waits for a channel, and nobody leads', async () => {
    for (let round = 0; round < 20; round++) {
      const following = Promise.allSettled([follow(), follow()]);
      await until(() => double.log.events.listenerCount('grown') === 2);
      double.members = [{ host: '127.0.0.1', port: double.port, state: 'UNKNOWN' }];
      double.faults.failNext('append', status.UNAVAILABLE);
      await expect(append()).rejects.toThrow(UnavailableError);
      const waiting = Promise.allSettled([append(), read()]);
      double.dropConnections();
      const ended = await following;
      expect(ended).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
      await waiting;
    }
    expect(await append()).toMatchObject({ success: true });
  });

  test('its features: no call of the store has them asked for', async () => {
    const address = addressOf({ connectionString: double.connectionString });
    const connection = new Connection(address, { appendTimeoutMs: 1_000, readTimeoutMs: 1_000 });
    await connection.append('test-1', 0, [{ id: newId(), type: 'Noted', data: '{}' }]);
    await connection.stream('test-1', {});
    await connection.newest();
    await connection.close();
    expect(double.called).toEqual([
      'Streams/BatchAppend',
      'append',
      'Streams/Read',
      'Streams/Read',
    ]);
  });

  test('its streams: none can be opened on a connection that was closed', async () => {
    await append();
    await node.abandon();
    await expect(append()).rejects.toThrow(NotSent);
    await expect(read()).rejects.toThrow(/shut down/);
    await expect(follow()).rejects.toThrow(/shut down/);
  });
});

async function until(fact: () => boolean): Promise<void> {
  for (let tries = 0; !fact() && tries < 200; tries++) await pause(10);
  expect(fact()).toBe(true);
}
