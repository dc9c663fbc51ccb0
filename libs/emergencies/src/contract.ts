export type * from './domain/roster.events.js';
export type * from './domain/roster.values.js';
export type { Roster } from './domain/roster.js';
export { rosterStreams } from './domain/roster.js';
