export { failedDeadlines, releaseDeadlines } from './deadlines.js';
export * from './migrations/1764400000000-processes.js';
export * from './migrations/1764540000000-awaited-years.js';
export { endAs, sentFor, type Outcome } from './outcome.js';
export { parkedEvents, parkedStreams, releaseParked } from './parked.js';
export * from './process.js';
/** What a declaration of a process is written with, as that of a projection. */
export { only, type Recorded } from '@app/projections';
export * from './processes.js';
export { CommandSender } from './sender.js';
export { processStatus, type ProcessStatus } from './status.js';
