import { newId } from '@app/kernel';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Cluster } from '../../../../test/support/eventstoredb/cluster.js';
import { ConnectionLost } from '../adapter/connection-lost.js';
import { StoreOverloaded } from '../errors.js';
import { SilentProxy } from '../testing/silent-proxy.js';
import { filled, newStream, someEvent, write } from '../testing/events.js';
import { addressOf } from './connection-string.js';
import { Connection } from './connection.js';
import { EventStoreDbEventStore } from './event-store-db-event-store.js';
import { NotSent } from './not-sent.js';
import { leaderOf } from './leader-of.js';

const ATTEMPTS = 3;
const QUERY = `tls=false&maxDiscoverAttempts=${ATTEMPTS}&discoveryInterval=10`;

describe('the leader of a cluster', () => {
  let cluster: Cluster;
  let connectionString: string;
  const opened: { close(): Promise<void> }[] = [];
  beforeEach(async () => {
    cluster = await Cluster.start(3);
    connectionString = `esdb://${cluster.hosts}?${QUERY}`;
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
    await cluster.stop();
  });

  function leader(string = connectionString) {
    const made = leaderOf(string);
    opened.push(made);
    return made;
  }

  const asked = () =>
    cluster.nodes.map(({ called }) => called.filter((each) => each === 'Gossip/Read').length);

  test('is looked for once, however many wait, and again only when it was lost', async () => {
    const ours = leader();
    const reached = await Promise.all(Array.from({ length: 20 }, () => ours.reach(5_000)));
    expect(new Set(reached).size).toBe(1);
    const [node] = reached;
    expect(node!.endpoint.port).toBe(cluster.nodes[0]!.port);
    expect(await ours.reach(5_000)).toBe(node);
    expect(asked()).toEqual([1, 1, 1]);
    ours.lost(node!);
    ours.lost(node!);
    expect(await Promise.all([ours.reach(5_000), ours.reach(5_000)])).toEqual([node, node]);
    expect(asked()).toEqual([2, 2, 2]);
  });

  test('is nobody where no node knows of one, which all who wait are told after so many attempts', async () => {
    cluster.loseLeader();
    const ours = leader();
    const waiting = Array.from({ length: 20 }, () => ours.reach(5_000));
    for (const each of await Promise.allSettled(waiting))
      expect(each).toMatchObject({ reason: expect.any(NotSent) });
    expect(asked()).toEqual([ATTEMPTS, ATTEMPTS, ATTEMPTS]);
    cluster.lead(cluster.nodes[2]!);
    expect((await ours.reach(5_000)).endpoint.port).toBe(cluster.nodes[2]!.port);
  });

  test('is told by one node where another is silent, and not waited for where all are', async () => {
    const proxy = await SilentProxy.before(cluster.nodes[0]!.port);
    proxy.silent = true;
    const silent = `127.0.0.1:${proxy.port}`;
    const { port } = cluster.nodes[1]!;
    await leader(`esdb://${silent},127.0.0.1:${port}?${QUERY}`).reach(5_000);
    const nobody = leader(`esdb://${silent},${silent}?${QUERY}`).reach(50);
    await expect(nobody).rejects.toThrow(NotSent);
    await Promise.all(opened.splice(0).map((each) => each.close()));
    await proxy.close();
  });

  test('is not looked for by a store that is closed', async () => {
    cluster.loseLeader();
    const ours = leader(`esdb://${cluster.hosts}?tls=false&maxDiscoverAttempts=100000`);
    const waiting = expect(ours.reach(60_000)).rejects.toThrow(NotSent);
    const single = leader(`esdb://127.0.0.1:${cluster.nodes[0]!.port}?tls=false`);
    await Promise.all([ours.close(), single.close()]);
    await waiting;
    for (const each of [ours, single]) await expect(each.reach(60_000)).rejects.toThrow(NotSent);
  });

  test('changes: who follows the old one is told, and what is under way there is answered', async () => {
    const address = addressOf({ connectionString });
    const connection = new Connection(address, { appendTimeoutMs: 5_000, readTimeoutMs: 5_000 });
    opened.push(connection);
    const event = { id: newId(), type: 'Noted', data: '{}' };
    const [old, next] = cluster.nodes;
    const following = async () => {
      for await (const _ of connection.follow(0n, new AbortController().signal)) continue;
    };
    const order: string[] = [];
    const told = expect(following().finally(() => order.push('told'))).rejects.toThrow(
      ConnectionLost,
    );
    old!.faults.answerAppendsAfterMs = 1_000;
    const underWay = connection.append('test-1', 0, [event]);
    void underWay.finally(() => order.push('answered'));
    await connection.newest();
    cluster.lead(next!);
    expect(await connection.newest()).toMatchObject({ type: 'Noted' });
    expect(await connection.append('test-2', 0, [event])).toMatchObject({ version: 1 });
    expect(await underWay).toMatchObject({ version: 1 });
    await told;
    expect(order).toEqual(['told', 'answered']);
  });

  test('is missed by an append that was therefore not sent, and so is not of unknown outcome', async () => {
    const store = await EventStoreDbEventStore.open({ connectionString, giveUpAfterMs: 100 });
    opened.push(store);
    const { stream } = await filled(store, 1);
    cluster.loseLeader();
    await expect(store.readStream(stream)).rejects.toThrow(ConnectionLost);
    const append = store.append([write(stream, 1, someEvent())]);
    await expect(append).rejects.toThrow(StoreOverloaded);
    await expect(store.append([write(newStream(), 0, someEvent())])).rejects.toThrow(
      StoreOverloaded,
    );
    cluster.lead(cluster.nodes[1]!);
    expect(await store.append([write(stream, 1, someEvent())])).toMatchObject({
      versions: { [stream]: 2 },
    });
  });
});
