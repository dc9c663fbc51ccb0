export { isDatabaseUnreachable } from './connection-loss.js';
export { Client, Pool } from './client.js';
export { isDatabaseFull, onDatabaseFull, publishDatabaseFull } from './disk-full.js';
