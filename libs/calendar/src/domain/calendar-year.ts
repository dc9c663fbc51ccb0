import {
  eventTable,
  none,
  noSuch,
  notBefore,
  streams,
  type Command,
  type Decider,
  type DomainEvent,
  type Instant,
} from '@app/kernel';
import { happened } from '@app/policy';
import { checkDays, checkEdition, type Edition } from './edition.js';

export type CalendarYearPublished = DomainEvent<'CalendarYearPublished', Edition>;
export type PublishYear = Command<'PublishYear', Edition>;

/** The edition that holds, and from when on; undefined: the year is not published yet. Stream `calendar-<year>`. */
export type PublishedYear = (Edition & { readonly since: Instant }) | undefined;

export const calendarStreams = streams<PublishedYear>('calendar');

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const calendarEvents = eventTable<CalendarYearPublished>(
  {
    CalendarYearPublished: {
      year: '2026',
      edition: 1,
      restDays: [6, 7],
      holidays: [{ date: '2026-10-01', name: { zh: '国庆节', en: 'National Day' } }],
      makeUpDays: [{ date: '2026-10-10', name: { zh: '国庆节', en: 'National Day' } }],
    },
  },
  none('CalendarYearPublished'),
);

export const calendarDecider: Decider<PublishYear, PublishedYear, CalendarYearPublished> = {
  initialState: () => undefined,
  evolve: (_, { data, occurredAt: since }) => ({ ...data, since }),
  decide(command, published) {
    notBefore(command, published?.since);
    checkEdition(command.data.edition, published?.edition ?? 0);
    checkDays(command.data);
    return [happened(command, 'CalendarYearPublished', command.data, ['V19'])];
  },
};

export const unknownYear = noSuch('year', {
  zh: '已公布的该年工作日历',
  en: 'published calendar of that year',
});
