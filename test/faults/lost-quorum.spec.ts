import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { Cluster } from '../support/eventstoredb/cluster.js';
import { rounds } from '../support/rounds.js';
import type { Told } from './lost-quorum/at-work.js';

const ROUNDS = rounds({ short: 6, full: 200 });

/** Ends a run that hangs, and says nothing of speed: a round takes a second, and ten where others keep the machine busy. */
const LONGEST_MS = 60_000 + ROUNDS * 30_000;

/** Events that have to be stored under a new leader before it is lost again. */
const GOES_ON = 10;

let cluster: Cluster;
let child: ChildProcess;
afterEach(async () => {
  child.kill('SIGKILL');
  await cluster.stop();
});

/** The real adapter in a process of its own, which whatever nobody handles ends. */
async function atWork(): Promise<ChildProcess> {
  const program = resolve('dist/test/faults/lost-quorum/at-work.js');
  const query = 'tls=false&maxDiscoverAttempts=2&discoveryInterval=20';
  const started = fork(program, [`esdb://${cluster.hosts}?${query}`]);
  await once(started, 'message');
  return started;
}

/** Neither ended by itself nor by a signal. */
const isAtWork = () => child.exitCode === null && child.signalCode === null;

/** What the process tells before it goes. */
async function lastWord(): Promise<Told> {
  const gone = once(child, 'disconnect').then(() => Promise.reject(new Error('it told nothing')));
  const [told] = (await Promise.race([once(child, 'message'), gone])) as [Told];
  gone.catch(() => undefined);
  return told;
}

const moment = (longest: number) => pause(Math.random() * longest);

/** Two nodes are lost, in one of several orders; the calls of all three break off before, while or after nobody leads. */
async function loseQuorum(): Promise<void> {
  const [one, two, left] = cluster.nodes.toSorted(() => Math.random() - 0.5);
  if (Math.random() < 0.5) cluster.loseLeader();
  await moment(40);
  await one!.goAway();
  await moment(40);
  cluster.loseLeader();
  await two!.goAway();
  for (let cuts = 0; cuts < 3; cuts++) {
    await moment(60);
    left!.dropConnections();
  }
  await moment(200);
  await Promise.all([one, two].map((node) => node!.comeUp()));
  await moment(40);
}

async function goesOn(): Promise<void> {
  const { log } = cluster;
  const until = log.records.length + GOES_ON;
  while (log.records.length < until && isAtWork()) await pause(5);
}

test(
  'a process goes on, whichever way the quorum is lost and found, and tells the truth of every event',
  async () => {
    cluster = await Cluster.start(3);
    child = await atWork();
    for (let round = 0; round < ROUNDS && isAtWork(); round++) {
      await goesOn();
      await loseQuorum();
      cluster.lead(cluster.nodes[round % 3]!);
    }
    expect([child.exitCode, child.signalCode]).toEqual([null, null]);
    child.send('end');
    const told = await lastWord();
    const ours = cluster.log.records.filter(({ type }) => type === 'SomethingHappened');
    const log = ours.map(
      ({ metadata }) => (JSON.parse(Buffer.from(metadata).toString()) as { id: string }).id,
    );
    expect(told.followed).toEqual(log);
    expect(new Set(log).size).toBe(log.length);
    expect(log).toEqual(expect.arrayContaining(told.stored));
    // Which of them an outage meets is a matter of the moment; of a write each says whether it may be stored.
    const { writes, reads } = told.refused;
    expect(Object.keys({ ...writes, ...reads })).not.toEqual([]);
    expect(['OutcomeUnknown', 'StoreOverloaded']).toEqual(
      expect.arrayContaining(Object.keys(writes)),
    );
    expect(['ConnectionLost', 'NotSent', 'StoreOverloaded']).toEqual(
      expect.arrayContaining(Object.keys(reads)),
    );
  },
  LONGEST_MS,
);
