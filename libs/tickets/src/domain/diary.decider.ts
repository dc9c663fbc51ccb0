import { enforce, happened, type Command, type Decider } from '@app/kernel';
import type { BookingReleased, DiaryEvent, HoursLogged, VisitBooked } from './diary.events.js';
import type { Diary } from './diary.state.js';
import { oneJobAtATime } from './rules/one-job-at-a-time.js';
import { oneVisitAtATime } from './rules/one-visit-at-a-time.js';

export { diaryEventTypes, type DiaryEvent } from './diary.events.js';

export type BookVisit = Command<'BookVisit', VisitBooked['data']>;
export type ReleaseVisit = Command<'ReleaseVisit', BookingReleased['data']>;
export type LogHours = Command<'LogHours', HoursLogged['data']>;
export type DiaryCommand = BookVisit | ReleaseVisit | LogHours;

type Entry = BookingReleased['data'];

function evolve(diary: Diary, event: DiaryEvent): Diary {
  switch (event.type) {
    case 'VisitBooked': {
      const { ticket, visit, window } = event.data;
      return { ...diary, bookings: [...diary.bookings, { ticket, visit, window }] };
    }
    case 'BookingReleased':
      return {
        ...diary,
        bookings: diary.bookings.filter((booking) => !sameVisit(booking, event.data)),
      };
    case 'HoursLogged': {
      const { ticket, visit, span } = event.data;
      return { ...diary, hours: [...diary.hours, { ticket, visit, span }] };
    }
  }
}

/** Books and logs unless the person is elsewhere then; what is not booked need not be released. */
function decide(command: DiaryCommand, diary: Diary): readonly DiaryEvent[] {
  switch (command.type) {
    case 'BookVisit':
      enforce([oneVisitAtATime], { window: command.data.window, bookings: diary.bookings });
      return [happened(command, 'VisitBooked', command.data, ['V7'])];
    case 'ReleaseVisit':
      if (!diary.bookings.some((booking) => sameVisit(booking, command.data))) return [];
      return [happened(command, 'BookingReleased', command.data, ['V7'])];
    case 'LogHours':
      enforce([oneJobAtATime], { span: command.data.span, hours: diary.hours });
      return [happened(command, 'HoursLogged', command.data, ['R10'])];
  }
}

function sameVisit(
  a: Pick<Entry, 'ticket' | 'visit'>,
  b: Pick<Entry, 'ticket' | 'visit'>,
): boolean {
  return a.ticket === b.ticket && a.visit === b.visit;
}

/** A technician's business date: where they are to be, and what they worked on. */
export const diaryDecider: Decider<DiaryCommand, Diary, DiaryEvent> = {
  initialState: () => ({ bookings: [], hours: [] }),
  evolve,
  decide,
};
