import { enforce, type Command, type Decider, type Instant } from '@app/kernel';
import { happened } from '@app/policy';
import type {
  BookingReleased,
  DiaryEvent,
  HoursLogged,
  HoursWithdrawn,
  StayBegan,
  StayEnded,
  StayWithdrawn,
  VisitBooked,
} from './diary.events.js';
import type { Booking, Diary, Hours, Stay } from './diary.state.js';
import { oneJobAtATime } from '../rules/one-job-at-a-time.js';
import { oneVisitAtATime } from '../rules/one-visit-at-a-time.js';

export type BookVisit = Command<'BookVisit', VisitBooked['data']>;
export type ReleaseVisit = Command<'ReleaseVisit', BookingReleased['data']>;
export type LogHours = Command<'LogHours', HoursLogged['data']>;
export type WithdrawHours = Command<'WithdrawHours', HoursWithdrawn['data']>;
export type BeginStay = Command<'BeginStay', BookingReleased['data']>;
/** `since`: when the stay began; given where it ends on a later date than it began on, of which each is told. */
export type EndStay = Command<
  'EndStay',
  BookingReleased['data'] & { readonly since?: Instant | undefined }
>;
/** The stay that began then, which was none. */
export type WithdrawStay = Command<'WithdrawStay', BookingReleased['data']>;
export type DiaryCommand =
  BookVisit | ReleaseVisit | LogHours | WithdrawHours | BeginStay | WithdrawStay | EndStay;

function evolve(diary: Diary, event: DiaryEvent): Diary {
  switch (event.type) {
    case 'VisitBooked':
      return { ...diary, bookings: [...diary.bookings, entryOf(event.data)] };
    case 'BookingReleased':
      return {
        ...diary,
        bookings: diary.bookings.filter((each) => !isSameVisit(each, event.data)),
      };
    case 'HoursLogged':
      return { ...diary, hours: [...diary.hours, entryOf(event.data)] };
    case 'HoursWithdrawn':
      return { ...diary, hours: diary.hours.filter((each) => !isSameHours(each, event.data)) };
    case 'StayBegan':
      return {
        ...diary,
        stays: [...diary.stays, { ...entryOf(event.data), from: event.occurredAt }],
      };
    case 'StayWithdrawn':
      return {
        ...diary,
        stays: diary.stays.filter(
          (stay) => !isSameVisit(stay, event.data) || stay.from !== event.occurredAt,
        ),
      };
    case 'StayEnded':
      return {
        ...diary,
        stays: diary.stays.map((stay) =>
          isGoingOn(stay, event.data) ? { ...stay, until: event.occurredAt } : stay,
        ),
      };
  }
}

/** Books and logs unless the person is elsewhere then; what is not there need not be released. */
function decide(command: DiaryCommand, diary: Diary): readonly DiaryEvent[] {
  switch (command.type) {
    case 'BookVisit':
      enforce([oneVisitAtATime], {
        window: command.data.window,
        bookings: diary.bookings.filter((each) => !isSameVisit(each, command.data)),
      });
      return [happened(command, 'VisitBooked', command.data, ['V7'])];
    case 'ReleaseVisit':
      if (!diary.bookings.some((each) => isSameVisit(each, command.data))) return [];
      return [happened(command, 'BookingReleased', command.data, ['V7'])];
    case 'LogHours':
      enforce([oneJobAtATime], { span: command.data.span, hours: diary.hours });
      return [happened(command, 'HoursLogged', command.data, ['R10'])];
    case 'WithdrawHours':
      if (!diary.hours.some((each) => isSameHours(each, command.data))) return [];
      return [happened(command, 'HoursWithdrawn', command.data, ['R10'])];
    case 'BeginStay': {
      const met = meetingOf(diary, command.data, command.occurredAt, isNotOver);
      return [happened(command, 'StayBegan', { ...command.data, ...met }, ['R10'])];
    }
    case 'WithdrawStay':
      return withdrawStay(command, diary);
    case 'EndStay':
      return endStay(command, diary);
  }
}

function withdrawStay({ data, ...command }: WithdrawStay, diary: Diary): StayWithdrawn[] {
  const { occurredAt } = command;
  const known = diary.stays.some((stay) => isSameVisit(stay, data) && stay.from === occurredAt);
  if (!known) return [];
  const met = meetingOf(diary, data, occurredAt, isNotOver);
  return [happened({ ...command, data }, 'StayWithdrawn', { ...data, ...met }, ['R10'])];
}

/** On a later date than it began on, a stay ends only for those that it meets there. */
function endStay(command: EndStay, diary: Diary): StayEnded[] {
  const { since, ...entry } = command.data;
  const stay = diary.stays.find((each) => isGoingOn(each, entry));
  const from = stay?.from ?? since;
  if (from === undefined) return [];
  const met = meetingOf(diary, entry, from, beganSince);
  if (!stay && !met.meets) return [];
  return [happened(command, 'StayEnded', { ...entry, ...met }, ['R10'])];
}

/** The other tickets with stays on this date that stand so to that moment. */
function meetingOf(
  { stays }: Diary,
  { ticket }: Pick<Stay, 'ticket'>,
  at: Instant,
  stands: (stay: Stay, at: Instant) => boolean,
): Pick<StayBegan['data'], 'meets'> {
  const others = stays.filter((stay) => stay.ticket !== ticket && stands(stay, at));
  const meets = [...new Set(others.map((stay) => stay.ticket))];
  return meets.length > 0 ? { meets } : {};
}

function isNotOver({ until }: Stay, at: Instant): boolean {
  return until === undefined || at < until;
}

function beganSince({ from }: Stay, at: Instant): boolean {
  return at <= from;
}

function entryOf<E extends DiaryEvent['data']>(data: E) {
  const { employee: _, date: __, ...entry } = data;
  return entry;
}

/** Nobody's hours overlap, so their span tells them apart. */
function isSameHours(a: Hours, b: Hours): boolean {
  return isSameVisit(a, b) && a.span.from === b.span.from && a.span.until === b.span.until;
}

function isGoingOn(stay: Stay, visit: Pick<Stay, 'ticket' | 'visit'>): boolean {
  return stay.until === undefined && isSameVisit(stay, visit);
}

/** A visit that is moved is not in its own way. */
function isSameVisit(
  a: Pick<Booking, 'ticket' | 'visit'>,
  b: Pick<Booking, 'ticket' | 'visit'>,
): boolean {
  return a.ticket === b.ticket && a.visit === b.visit;
}

/** A technician's business date: where they are to be, and what they worked on. */
export const diaryDecider: Decider<DiaryCommand, Diary, DiaryEvent> = {
  initialState: () => ({ bookings: [], hours: [], stays: [] }),
  evolve,
  decide,
};
