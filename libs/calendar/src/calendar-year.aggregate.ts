import { aggregate, creates } from '@app/aggregates';
import { chinese, plainAccount, plural, who } from '@app/audit/src/words/index.js';
import { managers } from '@app/identity';
import {
  calendarDecider,
  calendarEvents,
  calendarStreams,
  unknownYear,
  type CalendarYearPublished,
} from './domain/calendar-year.js';
import { CalendarYearBody, PublishYearDto } from './http/calendar.dto.js';
import { readCalendar } from './permissions.js';

export const calendarYears = aggregate({
  streams: calendarStreams,
  decider: calendarDecider,
  events: calendarEvents,
  path: 'calendar',
  id: 'year',
  commands: { PublishYear: creates(PublishYearDto, [...managers, 'operator']) },
  shows: {
    as: CalendarYearBody,
    summary: 'The working calendar of a year, in its last edition (V19).',
    to: readCalendar,
    operation: 'readCalendarYear',
    unknown: unknownYear,
  },
  account: plainAccount<CalendarYearPublished>({
    CalendarYearPublished: ({ data: { year, edition, holidays, makeUpDays }, actor }) => ({
      zh: chinese`${who(actor).zh}公布${year}年工作日历第${edition}版：放假${holidays.length}天，调休上班${makeUpDays.length}天。`,
      en: `${who(actor).en} published edition ${edition} of the working calendar of ${year}: ${plural(holidays.length, 'day')} of holidays, ${plural(makeUpDays.length, 'make-up working day')}.`,
    }),
  }),
});
