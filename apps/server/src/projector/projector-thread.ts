import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { onDatabaseFull } from '@app/postgres';
import { FOLDING_CONNECTION, Projections } from '@app/projections';
import { projections } from '../declared.js';
import { createDataSource } from '../database/data-source.js';
import { openStore } from '../store/open-store.js';
import type { FromProjector, ProjectorData, ToProjector } from './projector-data.js';

/*
 * The projections on a thread of their own: they share the machine with the requests, but never
 * make one wait. The main thread tells when the log has grown; this one tells how far it has come.
 */
const { store: settings, owner } = workerData as ProjectorData;
const dataSource = await createDataSource(settings.databaseUrl, {
  applicationName: 'service-centre projector',
  connectionOptions: FOLDING_CONNECTION,
}).initialize();
const store = await openStore(settings);
const running = new Projections(dataSource, store, projections, { owner });

for (const runner of running.runners) {
  runner.onMove(() => tell(runner.snapshot()));
}
onDatabaseFull((code) => tell({ databaseFull: code }));
parentPort!.on('message', (message: ToProjector) => {
  if (message === 'close') void close();
  else if (typeof message === 'bigint') store.advance(message);
  else running.hurry(message.hurry);
});
running.start();

function tell(message: FromProjector): void {
  parentPort!.postMessage(message);
}

async function close(): Promise<void> {
  await running.stop();
  await store.close();
  await dataSource.destroy();
  parentPort!.close();
}
