export { LocalDatabaseError } from './errors.js';
export { runningLocalDatabase } from './running.js';
export { type LocalDatabase, startLocalDatabase } from './start.js';
