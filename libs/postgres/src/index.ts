export { isDatabaseAway } from './away.js';
export { Client, Pool } from './client.js';
export { isDatabaseFull, onDatabaseFull, sayDatabaseFull } from './full.js';
