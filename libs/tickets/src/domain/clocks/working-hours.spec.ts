import { describe, expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { POLICY_TERMS } from '../../testing/intake.js';
import * as past from '../../testing/past.js';
import { at, command, SUPERVISOR } from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { PublishedDays } from './clock.events.js';
import { deadlineSet } from './setting.js';

/** The Tuesday is a day off, the Saturday makes up for it. */
const of2026: PublishedDays = {
  year: '2026',
  edition: 1,
  restDays: [6, 7],
  holidays: [{ date: '2026-03-03' }],
  makeUpDays: [{ date: '2026-03-07' }],
};
const hours = [{ days: [1, 2, 3, 4, 5], from: '08:30', until: '17:30' }];
const OWN = { ...POLICY_TERMS, terms: 'HT-1', edition: at('00:00') };
const within = (...years: PublishedDays[]) => ({ ...OWN, working: { hours, years } });

/** A ticket whose response is set so at that time. */
const called = (time: string, sla = within(of2026)) => {
  const call = command('WatchClocks', {}, time);
  const start = { round: 1, from: call.occurredAt };
  return [past.opened({}, time), deadlineSet(call, 'response', sla, start)];
};

function after(before: ReturnType<typeof called>, ...commands: readonly TicketCommand[]) {
  let events = [...before];
  for (const each of commands)
    events = [...events, ...(ticketDecider.decide(each, fold(ticketDecider, events)) as never[])];
  return (fold(ticketDecider, events) as OpenedTicket).deadlines.response!;
}

const watch = (time: string, ...years: PublishedDays[]) =>
  command('WatchClocks', {}, time, { known: { years } });
const arrive = (time: string) =>
  command('RecordArrival', { visit: 1 }, time, { known: { elsewhere: [], quietHours: [] } });

describe('[B2] a clock in working hours', () => {
  test.each([
    ['runs within them', at('09:00'), at('11:00'), at('10:30')],
    ['stands still on a day off', at('16:30'), at('09:30', 2), at('09:00', 2)],
    ['runs on a make-up working day', at('16:30', 4), at('09:30', 5), at('09:00', 5)],
    ['begins with them', at('06:00'), at('10:30'), at('10:00')],
  ])('%s', (_, from, due, warnAt) => {
    expect(after(called(from))).toMatchObject({ due, warnAt });
  });

  test('stands still for the customer only while it would run', () => {
    const window = { from: at('09:00', 2), until: at('10:00', 2) };
    const planned = past.scheduled({ window, wishedLater: '节后再来' }, '16:40');
    const paused = after([...called(at('16:30')), planned] as never, watch(at('09:31', 2)));
    expect(paused).toMatchObject({ due: at('10:50', 2), paused: 80 });
  });

  test('keeps the calendar by which it was set, unless a supervisor decides', () => {
    const second = { ...of2026, edition: 2, holidays: [] };
    const known = { sla: within(second) };
    const before = called(at('16:30'));
    expect(after(before, watch('16:40', second)).due).toBe(at('09:30', 2));
    const apply = command('ApplyTerms', { reason: '日历更正' }, '16:45', { by: SUPERVISOR, known });
    expect(after(before, apply).due).toBe(at('09:30', 1));
  });
});

describe('[B2] a year that is not published', () => {
  const waiting = () => called(at('16:30'), within());

  test('is waited for: until then the clock says when it is due at the earliest', () => {
    expect(after(waiting())).toMatchObject({ awaits: '2026', due: at('18:30') });
    expect(after(waiting(), watch('20:00'))).toMatchObject({ verdict: 'running' });
    expect(after(waiting(), watch('20:00')).warnedAt).toBeUndefined();
  });

  test('once it is there, the clock is due by it', () => {
    const known = after(waiting(), watch('20:00'), watch('16:30', of2026));
    expect(known).toMatchObject({ due: at('09:30', 2), verdict: 'running' });
    expect(known.awaits).toBeUndefined();
  });

  test('refuses nothing, and what happened meanwhile is judged once it is there', () => {
    const coming = [past.scheduled({}, '16:40'), past.departed('16:50')];
    const before = [...waiting(), ...coming] as never as ReturnType<typeof called>;
    const pending = after(before, arrive(at('09:20', 2)));
    expect(pending).toMatchObject({ verdict: 'running', awaits: '2026' });
    const met = after(before, arrive(at('09:20', 2)), watch('16:30', of2026));
    expect(met).toMatchObject({ verdict: 'met', by: { type: 'TechnicianArrived' } });
    const late = after(before, arrive(at('09:40', 2)), watch('16:30', of2026));
    expect(late).toMatchObject({ verdict: 'breached', due: at('09:30', 2) });
  });

  test('does not matter where somebody came before it could be due', () => {
    const coming = [past.scheduled({}, '16:40'), past.departed('16:50')];
    const before = [...waiting(), ...coming] as never as ReturnType<typeof called>;
    expect(after(before, arrive('17:30'))).toMatchObject({ verdict: 'met' });
  });
});
