import { afterEach, expect, test } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import {
  startProtocolDouble,
  type ProtocolDouble,
  type ProtocolDoubleOptions,
} from './protocol-double.js';

const doubles: ProtocolDouble[] = [];
let client: EventStoreDBClient;

async function started(options?: ProtocolDoubleOptions): Promise<ProtocolDouble> {
  const double = await startProtocolDouble(options);
  doubles.push(double);
  return double;
}

afterEach(async () => {
  await client.dispose();
  for (const double of doubles.splice(0)) await double.stop();
});

const append = () =>
  client.appendToStream(`order-${randomUUID()}`, jsonEvent({ type: 'Noted', data: {} }), {
    credentials: { username: 'admin', password: 'changeit' },
    requiresLeader: true,
  });

test('of two nodes on one log the client finds the leader, and follows when another one leads', async () => {
  const one = await started();
  const two = await started({ log: one.log });
  const [first, second] = [one, two].map(({ port }) => ({ host: '127.0.0.1', port }));
  const members = (leader: number) =>
    [first!, second!].map((node) => ({
      ...node,
      state: node.port === leader ? ('LEADER' as const) : ('FOLLOWER' as const),
    }));
  one.members = two.members = members(one.port);
  two.faults.leader = first;
  const { port } = two;
  client = EventStoreDBClient.connectionString(
    `esdb://127.0.0.1:${one.port},127.0.0.1:${port}?tls=false`,
  );
  await append();
  [one.faults.leader, two.faults.leader] = [second, undefined];
  one.members = two.members = members(two.port);
  await expect(append()).rejects.toMatchObject({ type: 'not-leader', leader: { port } });
  expect(await append()).toMatchObject({ success: true });
});

test('over TLS it lets in who trusts its certificate and gives the credentials', async () => {
  const credentials = { username: 'admin', password: 'changeit' };
  const double = await started({ tls: true, credentials });
  client = EventStoreDBClient.connectionString(double.connectionString);
  expect(await append()).toMatchObject({ success: true });
  const wrong = { username: 'admin', password: 'wrong' };
  const refused = client.appendToStream('order-1', jsonEvent({ type: 'Noted', data: {} }), {
    credentials: wrong,
  });
  await expect(refused).rejects.toMatchObject({
    message: expect.stringContaining('nauthenticated'),
  });
});

test('over TLS a client that does not trust its certificate gets nowhere', async () => {
  const double = await started({ tls: true });
  client = EventStoreDBClient.connectionString(`esdb://localhost:${double.port}?tls=true`);
  await expect(append()).rejects.toThrow(/certificate/);
});
