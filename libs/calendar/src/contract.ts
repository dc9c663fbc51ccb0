export type { CalendarYearPublished, PublishedYear } from './domain/calendar-year.js';
export type { CalendarDay, Edition } from './domain/edition.js';
export { calendarEvents, calendarStreams } from './domain/calendar-year.js';
export { missingYear, yearIsMissing } from './application/missing-year.js';
export { calendarOf } from './application/calendar-of.js';
