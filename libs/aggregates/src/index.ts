export * from './aggregate.js';
export { Participants, RequestCheck } from './command-handler.js';
export * from './commands.js';
export * from './names.js';
export * from './request-of.js';
export type { ShownAs } from './showing.js';
