/** What others may know of tickets: what happened, what can be asked, and the values in both. */
export type * from './domain/diary.events.js';
export type * from './domain/ticket.commands.js';
export type * from './domain/ticket.events.js';
export type * from './domain/ticket.values.js';
export { diaryEventTypes } from './domain/diary.events.js';
export { ticketEventTypes } from './domain/ticket.event-types.js';
export { ticketStreams } from './domain/ticket.stream.js';
