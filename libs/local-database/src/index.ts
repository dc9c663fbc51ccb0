export { LocalDatabaseError, type LocalDatabaseFault } from './errors.js';
export { type LocalDatabase, type LocalDatabaseOptions, startLocalDatabase } from './start.js';
