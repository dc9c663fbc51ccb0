import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { breached, clockSet } from '../../testing/clocks.past.js';
import * as past from '../../testing/past.js';
import { at, event } from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { clocksUnder } from './under-other-settings.js';

const response = clockSet('response');
const coming = [past.opened(), response, past.scheduled(), past.departed('09:00')];

const under = (minutes: number, past: readonly TicketEvent[], now = at('18:00')) =>
  clocksUnder(fold(ticketDecider, past), { response: minutes, restoration: 240 }, now);

/** Somebody comes an hour and a half after the call. */
const met = (by = past.arrived('09:30')) => {
  const { clock, round, due, warnAt, paused, pauses } = response.data;
  const named = { type: by.type, occurredAt: by.occurredAt };
  const data = { clock, round, due, warnAt, paused, pauses, by: named };
  return [by, event('SlaMet', data, by.occurredAt)];
};

test('[B2] a response that was in time is late under shorter times, to the second', () => {
  const kept = [...coming, ...met()];
  expect(under(120, kept)).toEqual([]);
  expect(under(90, kept)).toEqual([]);
  expect(under(89, kept)).toEqual([
    {
      clock: 'response',
      round: 1,
      edition: '2026.1',
      due: at('10:00'),
      verdict: 'met',
      otherDue: at('09:29'),
      otherVerdict: 'breached',
    },
  ]);
});

test('[B2] one that was late is in time under longer times, and goes on where nobody has come yet', () => {
  const late = [...coming, breached(response)];
  expect(under(179, [...late, past.arrived('11:00')])).toEqual([]);
  expect(under(180, [...late, past.arrived('11:00')])).toMatchObject([{ otherVerdict: 'met' }]);
  expect(under(180, late, at('10:30'))).toMatchObject([
    { verdict: 'breached', otherVerdict: 'running' },
  ]);
});

test('[B2] terms of a contract are none of the house’s', () => {
  const own = clockSet('response', { terms: 'HT-1', minutes: 60, due: at('09:00') });
  expect(under(600, [past.opened(), own, breached(own)], at('12:00'))).toEqual([]);
});

test('of a ticket that there is not nothing is said', () => {
  expect(under(10, [])).toEqual([]);
});
