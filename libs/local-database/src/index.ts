export { LocalDatabaseError } from './errors.js';
export { type LocalDatabase, startLocalDatabase } from './start.js';
