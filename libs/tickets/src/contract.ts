/** What others may know of tickets: what happened, what can be asked, and the values in both. */
export type * from './domain/diary/diary.events.js';
export type * from './domain/number/number.events.js';
export type * from './domain/ticket/ticket.commands.js';
export type * from './domain/ticket/ticket.events.js';
export type * from './domain/ticket/ticket.values.js';
export { clocksUnder, type OtherClockVerdict } from './domain/clocks/under-other-settings.js';
export { diaryEventTypes } from './domain/diary/diary.event-types.js';
export { ticketEventTypes } from './domain/ticket/ticket.event-types.js';
export { ticketStreams } from './domain/ticket/ticket.stream.js';
