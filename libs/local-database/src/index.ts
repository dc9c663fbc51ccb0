export { LocalDatabaseError } from './errors.js';
export { makeDirectory } from './make-directory.js';
export { localDatabaseExists, runningLocalDatabase } from './running.js';
export { type LocalDatabase, startLocalDatabase } from './start.js';
