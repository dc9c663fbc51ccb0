import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseClock } from '@app/clock';
import { onDatabaseFull } from '@app/postgres';
import { Processes } from '@app/processes';
import { FOLDING_CONNECTION, Projections } from '@app/projections';
import { publishedYears } from '../processes/published-years.js';
import { contextsOn, processes, projections } from '../declared.js';
import { createDataSource } from '../database/data-source.js';
import { openStore } from '../store/open-store.js';
import { ServiceSettingsOf } from '../store/service-settings.js';
import { CommandMessages } from './command-messages.js';
import type { FollowersData, FromFollowers, ToFollowers } from './messages.js';

/*
 * Whatever follows the log, on a thread of its own, which reads it once for all: projections and
 * processes share the machine with the requests, but never make one wait. The main thread tells when
 * the log has grown, and takes the commands of processes; this one tells how far it has come.
 */
const { store: settings, owner } = workerData as FollowersData;
const { databaseUrl } = settings;
const clock = await DatabaseClock.open(databaseUrl);
const rows = await createDataSource(databaseUrl, {
  applicationName: 'service-centre projections',
  connectionOptions: FOLDING_CONNECTION,
}).initialize();
const effects = await createDataSource(databaseUrl, {
  applicationName: 'service-centre processes',
}).initialize();
const store = await openStore(settings, clock.clock);
const serviceSettings = await ServiceSettingsOf.followed(store);
const folding = new Projections(rows, store, projections, { owner });
const sender = new CommandMessages(tell);
const published = publishedYears(contextsOn(store));
const reacting = { sender, clock: clock.clock, published };
const acting = new Processes(effects, store, processes, reacting, { owner, databaseUrl });

for (const runner of folding.runners) runner.onMove(() => tell({ projection: runner.snapshot() }));
acting.onMove((process) => tell({ process }));
onDatabaseFull((databaseFull) => tell({ databaseFull }));
parentPort!.on('message', (message: ToFollowers) => {
  if (message === 'close') void close();
  else if (typeof message === 'bigint') store.advance(message);
  else if ('hurry' in message) folding.hurry(message.hurry);
  else sender.answer(message.command, message.outcome);
});
folding.start();
acting.start();

function tell(message: FromFollowers): void {
  parentPort!.postMessage(message);
}

/** Processes first: what they do may still be folded. */
async function close(): Promise<void> {
  await acting.stop();
  await folding.stop();
  serviceSettings.stop();
  await store.close();
  await Promise.all([rows.destroy(), effects.destroy(), clock.close()]);
  parentPort!.close();
}
