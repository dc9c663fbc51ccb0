import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { send } from '@app/processes';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { ticketStreams } from '../contract.js';
import { breached, clockPaused, clockSet } from '../testing/clocks.past.js';
import { at, event, TICKET } from '../testing/ticket.builders.js';
import { arrived } from '../testing/past.js';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { watchResponseTimes } from './watch-response-times.js';

const given = (...events: TicketEvent[]) =>
  processOf(watchResponseTimes).given(...recorded(`ticket-${TICKET}`, events));

const watch = send(ticketStreams, TICKET, 'WatchClocks');
const response = clockSet('response');
const runs = [
  { withdraw: 'response-1-resumption' },
  { deadline: 'response-1-warning', at: at('09:30'), send: watch },
  { deadline: 'response-1-lapse', at: '2026-03-02T02:00:01.000Z', send: watch },
  { withdraw: 'response-1-calendar' },
];
const over = ['warning', 'lapse', 'resumption', 'calendar'].map((moment) => ({
  withdraw: `response-1-${moment}`,
}));

test('[B2] a clock that was set is looked at when most of its time is used up, and a second after its deadline', () => {
  given(response).thenCommands(...runs);
});

test('a clock that stands still is looked at when it is to go on, and not before', () => {
  const stands = [{ withdraw: 'response-1-warning' }, { withdraw: 'response-1-lapse' }];
  given(response, clockPaused(response, at('09:00'), at('09:40'))).thenCommands(
    ...runs,
    ...stands,
    { deadline: 'response-1-resumption', at: at('09:40'), send: watch },
  );
  given(response, clockPaused(response, at('09:00'), null)).thenCommands(...runs, ...stands, {
    withdraw: 'response-1-resumption',
  });
});

test('[B2] one that is judged is looked at no more, unless the verdict is taken back', () => {
  const late = breached(response);
  given(response, late).thenCommands(...runs, ...over);
  const named = { type: 'SlaBreached', occurredAt: late.occurredAt };
  const taken = (verdict: 'running' | 'met') =>
    event('SlaCorrected', { ...late.data, corrects: named, verdict, shownBy: named }, '11:00');
  given(taken('running')).thenCommands(...runs);
  given(taken('met')).thenCommands(...over);
});

test('[B2] one that waits for a year of the working calendar is looked at as soon as that is published', () => {
  const waits = clockSet('response', { awaits: '2027' });
  const calendar = {
    deadline: 'response-1-calendar',
    at: { after: waits.occurredAt, published: '2027' },
    send: watch,
  };
  const [resumed, warned] = runs;
  const lapse = { withdraw: 'response-1-lapse' };
  given(waits).thenCommands(resumed!, warned!, lapse, calendar);
  const { due } = waits.data;
  given(clockSet('response', { awaits: '2027', warnAt: due })).thenCommands(
    resumed!,
    { withdraw: 'response-1-warning' },
    lapse,
    calendar,
  );
});

test('what says nothing of a clock makes nobody look', () => {
  given(arrived()).thenNothing();
});
