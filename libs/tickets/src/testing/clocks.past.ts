import { minutesBetween, plusMinutes, type Instant } from '@app/kernel';
import type { SlaBreached, SlaDeadlineSet } from '../domain/ticket/ticket.events.js';
import { lapseOf } from '../domain/clocks/running-time.js';
import type { SlaClock } from '../domain/ticket/ticket.values.js';
import { at, event, HOTLINE } from './ticket.builders.js';
import { POLICY_TERMS } from './intake.js';

/** A clock of the house standard is set at 08:00, from the call on. */
export function clockSet(
  clock: SlaClock,
  more: Partial<SlaDeadlineSet['data']> = {},
  time: Instant = at('08:00'),
) {
  const { terms, edition, warnPercent, [clock]: minutes } = POLICY_TERMS;
  const set = { clock, round: 1, from: time, terms, edition, minutes, warnPercent, ...more };
  const reading = {
    due: plusMinutes(set.from, set.minutes),
    warnAt: plusMinutes(set.from, (set.minutes * warnPercent) / 100),
    paused: 0,
    pauses: [],
  };
  return event('SlaDeadlineSet', { ...set, ...reading, ...more }, time, HOTLINE);
}

/** Both clocks are set from the call on. */
export const clocksSet = [clockSet('response'), clockSet('restoration')];

/** A clock that was set so has run out. */
export function breached({ data }: SlaDeadlineSet, more: Partial<SlaBreached['data']> = {}) {
  const { clock, round, due, warnAt, paused, pauses } = { ...data, ...more };
  return event('SlaBreached', { clock, round, due, warnAt, paused, pauses }, lapseOf(due));
}

/** A clock that was set so stands still for work that was suspended, until the agreed hour or a new appointment. */
export function clockPaused({ data }: SlaDeadlineSet, since: Instant, until: Instant | null) {
  const { clock, round, due, warnAt } = data;
  const by = { type: 'WorkSuspended', occurredAt: since };
  const pause = { since, until, why: 'work-suspended' as const, by };
  const minutes = until === null ? 0 : minutesBetween(since, until);
  const reading = {
    due: plusMinutes(due, minutes),
    warnAt: plusMinutes(warnAt, minutes),
    paused: minutes,
    pauses: [pause],
  };
  const remaining = minutesBetween(since, due);
  return event('SlaPaused', { clock, round, ...reading, pause, remaining }, since);
}
