export type {
  CalendarDay,
  CalendarYearPublished,
  Edition,
  PublishedYear,
} from './domain/calendar-year.js';
export { calendarEvents, calendarStreams } from './domain/calendar-year.js';
export { calendarOf } from './application/calendar-of.js';
