/**
 * What specs need of the server's code, and of the command line's. It is loaded once for all files of a Jest worker (see
 * environment.mjs), which takes seconds, and by Node itself: the same class imported by a spec is
 * another one, so that whoever asks the server for it, or spies on it, takes it from here.
 */
/** This machine's clock as the server sees it; that of a spec is another. */
export const MachineDate = Date;
export { Logger } from '@nestjs/common';
export { Registry } from 'prom-client';
export { runCli } from '../../apps/cli/src/program.js';
export { createServer } from '../../apps/server/src/create-server.js';
export { BusSender } from '../../apps/server/src/processes/bus-sender.js';
export { Lifecycle } from '../../apps/server/src/lifecycle.js';
export { Office } from '../../apps/server/src/testing/office.js';
export { EventStore } from '@app/event-store';
export { EventStoreDbEventStore } from '@app/event-store/src/eventstoredb/event-store-db-event-store.js';
export { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
export { SingleStreamStore } from '@app/event-store/src/testing/single-stream-store.js';
export { MasterKeyUnfit } from '@app/privacy';
