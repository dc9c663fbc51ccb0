import { afterEach, describe, expect, test } from '@jest/globals';
import { Cluster } from '../../../../test/support/eventstoredb/cluster.js';
import {
  startProtocolDouble,
  type ProtocolDouble,
} from '../../../../test/support/eventstoredb/protocol-double.js';
import { StoreUnfit } from '../errors.js';
import { filled, pagesUntil, someEvents, write } from '../testing/events.js';
import { EventStoreDbEventStore } from './event-store-db-event-store.js';
import type { EventStoreDbOptions } from './options.js';

const HOST = '127.0.0.1';
const CREDENTIALS = { username: 'service', password: 'a:pass@word' };

const running: { stop(): Promise<void> }[] = [];
const opened: EventStoreDbEventStore[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await Promise.all(running.splice(0).map((double) => double.stop()));
});

async function start(options: Parameters<typeof startProtocolDouble>[0]): Promise<ProtocolDouble> {
  const double = await startProtocolDouble(options);
  running.push(double);
  return double;
}

async function open(options: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
  const store = await EventStoreDbEventStore.open({ giveUpAfterMs: 5_000, ...options });
  opened.push(store);
  return store;
}

describe('one node with TLS', () => {
  const address = ({ port }: ProtocolDouble) => `esdb://${HOST}:${port}`;

  test('is reached by the authority and the credentials of files', async () => {
    const double = await start({ tls: true, credentials: CREDENTIALS });
    const store = await open({
      connectionString: address(double),
      caFile: double.caFile!,
      credentials: CREDENTIALS,
    });
    const { stream } = await filled(store, 2);
    expect(await store.readStream(stream)).toHaveLength(2);
    const [page] = await pagesUntil(store, {}, ({ events }) => events.length > 0);
    expect(page!.events).toHaveLength(2);
  });

  test('does not let others in, which is said at once and without the password', async () => {
    const double = await start({ tls: true, credentials: CREDENTIALS });
    const credentials = { username: 'service', password: 'hunter2' };
    const refused = open({
      connectionString: address(double),
      caFile: double.caFile!,
      credentials,
    });
    await expect(refused).rejects.toThrow(StoreUnfit);
    await expect(refused).rejects.toThrow(/^(?!.*hunter2).*credentials/);
  });

  test('is not trusted without its authority', async () => {
    const double = await start({ tls: true });
    const options = { connectionString: address(double), credentials: CREDENTIALS };
    await expect(open({ ...options, giveUpAfterMs: 200 })).rejects.toThrow(
      /no EventStoreDB answers at .* \(self-signed certificate\)$/,
    );
  });
});

test('of several nodes the one that leads is written to, also when another takes the lead', async () => {
  const cluster = await Cluster.start(2);
  running.push(cluster);
  const [first, second] = cluster.nodes;
  cluster.lead(second!);
  const store = await open({ connectionString: `esdb://${cluster.hosts}?tls=false` });
  const { stream } = await filled(store, 2);
  const following = pagesUntil(store, {}, (_, count) => count >= 4);
  cluster.lead(first!);
  // Whoever did not ask for the leader would lose it here.
  second!.faults.swallow = 'append';
  await store.append([write(stream, 2, ...someEvents(1))]);
  await second!.goAway();
  await store.append([write(stream, 3, ...someEvents(1))]);
  expect((await store.readStream(stream)).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  expect((await following).flatMap(({ events }) => events)).toHaveLength(4);
}, 20_000);
