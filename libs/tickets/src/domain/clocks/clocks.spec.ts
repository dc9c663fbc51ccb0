import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotPossible } from '@app/kernel';
import { specification } from '@app/kernel/src/testing/specification.js';
import { clockSet, clocksSet } from '../../testing/clocks.past.js';
import { POLICY_HOURS, POLICY_TERMS } from '../../testing/intake.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  HOTLINE,
  inBatch,
  span,
  SUPERVISOR,
  TICKET,
} from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

const given = specification(ticketDecider);
const called = [past.opened(), ...clocksSet];
const coming = [...called, past.scheduled(), past.departed('09:00')];
const watch = (time: string) => command('WatchClocks', {}, time);
const arrive = (time: string) =>
  command('RecordArrival', { visit: 1 }, time, { known: { elsewhere: [], quietHours: [] } });

/** What is said of the clocks as these are carried out, one after the other. */
function said(before: readonly TicketEvent[], ...commands: readonly TicketCommand[]) {
  let events = [...before];
  for (const each of commands)
    events = [...events, ...ticketDecider.decide(each, fold(ticketDecider, events))];
  const ticket = fold(ticketDecider, events) as OpenedTicket;
  const news = events.slice(before.length);
  const told = news
    .filter(({ type }) => type.startsWith('Sla') || type.startsWith('Finding'))
    .map(({ type, data }) => ('clock' in data ? `${type} ${data.clock}` : type));
  return { events: news, told, ticket };
}

describe('a clock that runs', () => {
  test('[B2] warns once most of its time is used up, and is found when it has run out', () => {
    expect(said(called, watch('09:29')).told).toEqual([]);
    const { told, events } = said(called, watch('09:30'), watch('10:00'), watch('10:01'));
    expect(told).toEqual([
      'SlaWarned response',
      'SlaBreached response',
      'FindingRecorded response',
    ]);
    expect(events[0]).toMatchObject({ occurredAt: at('09:30'), data: { due: at('10:00') } });
    expect(events[1]).toMatchObject({ occurredAt: '2026-03-02T02:00:01.000Z' });
    expect(events[2]).toMatchObject({
      data: { article: 'B2', code: 'response-late', clock: 'response', round: 1 },
      articles: ['B2'],
    });
    expect(events[2]!.data).not.toHaveProperty('person');
  });

  test('[B2] says the same in the same order whoever notices, the clock or the next step', () => {
    const byStep = said(called, command('ReviewCustomerFile', {}, '12:30', { by: DISPATCHER }));
    const byClock = said(called, watch('09:30'), watch('10:01'), watch('11:00'), watch('12:01'));
    const of = (events: readonly TicketEvent[]) =>
      events
        .filter(({ type }) => type !== 'CustomerFileReviewed')
        .map(({ type, data, occurredAt }) => ({ type, data, occurredAt }));
    expect(of(byStep.events)).toEqual(of(byClock.events));
    expect(byStep.told).toHaveLength(6);
    expect(byStep.events.map(({ type }) => type).at(-1)).toBe('CustomerFileReviewed');
  });

  test('[B2] is met by whoever stands at the door in time, also before a locked one', () => {
    const { told, ticket } = said(coming, arrive('09:20'));
    expect(told).toEqual(['SlaMet response']);
    expect(ticket.deadlines.response).toMatchObject({
      verdict: 'met',
      by: { type: 'TechnicianArrived', occurredAt: at('09:20') },
    });
    const absent = said(coming, arrive('09:20'), watch('10:30'));
    expect(absent.ticket.deadlines.response?.verdict).toBe('met');
  });

  test('[B2] is met to the second', () => {
    expect(said(coming, arrive('10:00')).ticket.deadlines.response?.verdict).toBe('met');
    const late = '2026-03-02T02:00:01.000Z';
    expect(said(coming, arrive(late)).ticket.deadlines.response?.verdict).toBe('breached');
  });

  test('[B2] advice that settles it meets both', () => {
    const advised = command('ResolveTicket', { summary: '重启后正常' }, '08:20', {
      by: DISPATCHER,
    });
    expect(said(called, advised).told).toEqual(['SlaMet response', 'SlaMet restoration']);
  });

  test('[B2] a ticket that is called off leaves no breach that did not stand before', () => {
    const cancel = (time: string) =>
      command('CancelTicket', { reason: '不修了' }, time, { known: { receivedAt: at('09:00') } });
    const early = said(called, cancel('09:00'), watch('23:00'));
    expect(early.told).toEqual([]);
    expect(said(called, cancel('10:30'), watch('23:00')).told).toContain('SlaBreached response');
  });
});

describe('what is told late', () => {
  const told = (time: string) => inBatch(arrive(time), at('12:00'));

  test('[B2] corrects the verdict, names it, and withdraws what was found', () => {
    const { events, ticket } = said(coming, watch('11:00'), told('09:50'));
    const corrected = events.find(({ type }) => type === 'SlaCorrected');
    expect(corrected).toMatchObject({
      occurredAt: at('12:00'),
      data: {
        corrects: { type: 'SlaBreached', occurredAt: '2026-03-02T02:00:01.000Z' },
        verdict: 'met',
        by: { type: 'TechnicianArrived', occurredAt: at('09:50') },
      },
    });
    expect(ticket.deadlines.response?.verdict).toBe('met');
    expect(ticket.findings).toMatchObject([{ code: 'response-late', status: 'withdrawn' }]);
  });

  test('[B2] withdraws it also where it was upheld', () => {
    const review = command('ReviewFinding', { finding: 1, verdict: 'upheld' }, '11:10', {
      by: SUPERVISOR,
    });
    const { ticket } = said(coming, watch('11:00'), review, told('09:50'));
    expect(ticket.findings[0]?.status).toBe('withdrawn');
  });

  test('[B2] an arrival after the deadline corrects nothing', () => {
    const { told: news, ticket } = said(coming, watch('11:00'), told('10:30'));
    expect(news).not.toContain('SlaCorrected response');
    expect(ticket.deadlines.response?.verdict).toBe('breached');
  });

  test('[B2] a repair that a later visit disproves goes on from the call', () => {
    const repaired = [...called, ...site.working.slice(1), past.repaired({}, '10:30')];
    const { ticket } = said([...repaired], watch('10:31'));
    expect(ticket.deadlines.restoration?.verdict).toBe('met');
    const second = [
      past.left('10:40'),
      past.scheduled({ visit: 2, window: span('13:00', '15:00') }, '11:00'),
      past.departed('13:00', 2),
      past.arrived('13:10', 2),
      site.entitled(site.IN_WARRANTY, 2),
      site.consented(2),
      site.inspected({ visit: 2 }, '13:20'),
      past.workStarted('13:30', 2),
    ];
    const again = command(
      'CompleteRepair',
      { visit: 2, cause: 'company-product', testResult: '仍漏', restored: false, photos: [] },
      '13:40',
      { known: { quietHours: [] } },
    );
    const met = said(repaired, watch('10:31')).events;
    const after = said([...repaired, ...met, ...second], again);
    expect(after.told).toContain('SlaCorrected restoration');
    expect(after.ticket.deadlines.restoration).toMatchObject({ verdict: 'breached' });
    expect(after.ticket.findings.at(-1)).toMatchObject({ code: 'restoration-late' });
  });
});

describe('a clock stands still', () => {
  const working = [...called, ...site.working.slice(1)];
  const suspend = (time: string, resumeAt: string, customerSide = true, hoursAsked = true) =>
    command(
      'SuspendWork',
      {
        visit: 1,
        reason: customerSide ? 'rest-or-meal' : 'part-awaited',
        customerSide,
        resumeAt,
        hoursAsked,
        apologised: true,
      },
      time,
      { known: { quietHours: [] } },
    );
  const resume = (time: string) =>
    command('ResumeWork', { visit: 1 }, time, { known: { quietHours: [] } });

  test('[V19] while work is interrupted on the customer’s side, and goes on with it', () => {
    const { told, ticket, events } = said(working, suspend('10:00', at('14:00')), resume('13:30'));
    expect(told).toEqual(['SlaMet response', 'SlaPaused restoration', 'SlaResumed restoration']);
    const paused = events.find(({ type }) => type === 'SlaPaused');
    expect(paused).toMatchObject({ occurredAt: at('10:00'), data: { remaining: 120 } });
    expect(ticket.deadlines.restoration).toMatchObject({
      due: at('15:30'),
      paused: 210,
      pauses: [{ since: at('10:00'), until: at('13:30'), why: 'work-suspended' }],
    });
  });

  test('[V19] not where the customer was not asked for their hours', () => {
    const { told } = said(working, suspend('10:00', at('14:00'), true, false));
    expect(told).toEqual(['SlaMet response', 'FindingRecorded']);
  });

  test('[V19] until the agreed hour at the latest, when the time itself says so', () => {
    const { events } = said(working, suspend('10:00', at('14:00')), watch('14:00'));
    expect(events.at(-1)).toMatchObject({
      type: 'SlaResumed',
      occurredAt: at('14:00'),
      data: { due: at('16:00'), paused: 240 },
      articles: ['V19'],
    });
  });

  test('[V19] what is told late of the time in which it stood still makes it stand still no second time', () => {
    const card = inBatch(command('LeaveCard', { visit: 1 }, '11:00'), at('15:00'));
    const { told } = said(working, suspend('10:00', at('14:00')), resume('13:30'), card);
    expect(told.slice(3)).toEqual([]);
  });

  test('[V19] not while a part is awaited', () => {
    const { told } = said(working, suspend('10:00', at('14:00'), false));
    expect(told).toEqual(['SlaMet response']);
  });

  test('[B2] from a locked door until the next appointment', () => {
    const absent = command(
      'RecordCustomerAbsent',
      { visit: 1, waitedMinutes: 15, called: '打了两次', noteLeft: true },
      '09:40',
    );
    const again = schedule({ from: at('15:00'), until: at('16:00') }, '10:00');
    const { told, ticket } = said(coming, arrive('09:20'), absent, again);
    expect(told).toEqual(['SlaMet response', 'SlaPaused restoration', 'SlaPaused restoration']);
    expect(ticket.deadlines.restoration).toMatchObject({
      pause: { since: at('09:40'), until: at('15:00'), why: 'customer-absent' },
      due: at('17:20'),
    });
  });

  test('[B2] where the customer wants nobody before a window that is after the deadline', () => {
    const later = schedule({ from: at('15:00'), until: at('16:00') }, '08:30', '下午才在家');
    const { told, ticket } = said(called, later);
    expect(told).toEqual(['SlaPaused response', 'SlaPaused restoration']);
    expect(ticket.deadlines.response).toMatchObject({
      due: at('16:30'),
      pause: { until: at('15:00'), why: 'customers-wish', words: '下午才在家' },
    });
    const sooner = schedule({ from: at('09:30'), until: at('10:30') }, '08:30', '九点半来');
    given(...called)
      .when(sooner)
      .thenThrows(Invalid, 'wish-within-deadline');
  });
});

function schedule(window: { from: string; until: string }, time: string, wishedLater?: string) {
  return command(
    'ScheduleVisit',
    {
      technician: 'li-wei',
      window,
      atCustomersWish: false,
      ...(wishedLater !== undefined && { wishedLater }),
    },
    time,
    { by: DISPATCHER, known: { technician: { employee: 'li-wei', active: true }, quietHours: [] } },
  );
}

describe('which clocks run', () => {
  const open = (data: object, sla = POLICY_TERMS) =>
    given()
      .when(
        command(
          'OpenTicket',
          {
            ticket: TICKET,
            source: 'hotline',
            fault: '不亮',
            name: '孙丽',
            phone: '1',
            address: '人民路',
            landmark: null,
            ...data,
          },
          '08:00',
          { by: HOTLINE, known: { defaultQuietHours: POLICY_HOURS, sla } },
        ),
      )
      .events()
      .flatMap((each) => (each.type === 'SlaDeadlineSet' ? [each.data.clock] : []));

  test('[B2] response for every report, restoration for an ordinary line fault or by contract', () => {
    expect(open({})).toEqual(['response', 'restoration']);
    expect(open({ lineFault: false })).toEqual(['response']);
    expect(open({ lineFault: false }, { ...POLICY_TERMS, terms: 'HT-1' })).toHaveLength(2);
  });

  test.each(['walk-in', 'letter', 'periodic-maintenance'])('[B2] none for a %s', (source) => {
    expect(open({ source })).toEqual([]);
  });

  test('[B2] a reopening sets new ones and erases no breach', () => {
    const reopen = command('ReopenTicket', { reason: '又坏了' }, '17:00', {
      by: HOTLINE,
      known: { sla: POLICY_TERMS },
    });
    const late = [...said(called, watch('12:01')).events, past.resolved('15:00')];
    const { ticket } = said([...called, ...late], reopen);
    expect(ticket.earlierDeadlines.map(({ verdict }) => verdict)).toEqual(['breached', 'breached']);
    expect(ticket.deadlines.response).toMatchObject({
      round: 2,
      due: at('19:00'),
      verdict: 'running',
    });
  });
});

describe('the clocks of a visit that turns out to be an emergency', () => {
  const maintenance = past.opened({ source: 'periodic-maintenance' });
  const raise = (time: string) =>
    command('RaiseToEmergency', { reason: '冒烟' }, time, {
      by: HOTLINE,
      known: { sla: POLICY_TERMS },
    });
  const onSite = [maintenance, past.scheduled(), past.departed('09:00'), past.arrived('09:20')];

  test('[B2, B3] run from the raising on, and are found when they run out', () => {
    const { told, ticket } = said([maintenance], raise('10:00'), watch('11:30'), watch('12:01'));
    expect(told).toEqual([
      ...['SlaDeadlineSet response', 'SlaDeadlineSet restoration', 'SlaWarned response'],
      ...['SlaBreached response', 'FindingRecorded response'],
    ]);
    expect(ticket.deadlines.restoration).toMatchObject({ due: at('14:00'), verdict: 'running' });
  });

  test('[B2, B3] response is met at once by whoever is there already', () => {
    const { events, ticket } = said(onSite, raise('10:00'));
    expect(events.find(({ type }) => type === 'SlaMet')).toMatchObject({
      occurredAt: at('10:00'),
      data: { clock: 'response', by: { type: 'TechnicianArrived', occurredAt: at('09:20') } },
    });
    expect(ticket.deadlines.restoration?.verdict).toBe('running');
  });

  test('[B2, B3] not by somebody who has left, nor before a door that stayed locked', () => {
    for (const away of [past.left('09:50'), past.customerAbsent('09:50')]) {
      const { ticket } = said([...onSite, away], raise('10:00'), watch('12:01'));
      expect(ticket.deadlines.response?.verdict).toBe('breached');
    }
  });

  test('[B2, B3] no repair from before it restores what failed since, and no pause from before holds', () => {
    const working = [maintenance, ...site.working.slice(1), past.repaired({}, '10:30')];
    const before = said(working, raise('11:00'), watch('15:01'));
    expect(before.ticket.deadlines.restoration?.verdict).toBe('breached');
    const since = said([...working, past.workStarted('11:10')], raise('11:00'));
    expect(since.ticket.deadlines.restoration?.verdict).toBe('running');
    const rest = [
      ...[maintenance, ...site.working.slice(1)],
      site.suspended({ resumeAt: at('14:00') }, '10:10'),
    ];
    const { ticket } = said(rest, raise('11:00'), watch('15:01'));
    expect(ticket.deadlines.restoration).toMatchObject({ verdict: 'breached', pauses: [] });
  });

  test('[B2, B3] are set anew by its reopening', () => {
    const reopen = command('ReopenTicket', { reason: '又冒烟' }, '17:00', {
      by: HOTLINE,
      known: { sla: POLICY_TERMS },
    });
    const over = said([maintenance], raise('10:00')).events;
    const { ticket } = said([maintenance, ...over, past.resolved('11:00')], reopen);
    expect(ticket.deadlines.response).toMatchObject({ round: 2, due: at('19:00') });
  });

  test('[B2, B3] go by the terms that a customer has who is found out later, from the raising on', () => {
    const sla = { ...POLICY_TERMS, terms: 'HT-2', restoration: 300 };
    const apply = command('ApplyTerms', { reason: '合同已续签' }, '10:10', {
      by: SUPERVISOR,
      known: { sla },
    });
    const fault = past.opened({ source: 'walk-in', lineFault: false });
    const { ticket } = said([fault], raise('10:00'), apply);
    expect(ticket.deadlines).toMatchObject({
      response: { from: at('10:00'), terms: 'HT-2' },
      restoration: { from: at('10:00'), due: at('15:00') },
    });
  });
});

describe('other terms', () => {
  const sla = { ...POLICY_TERMS, terms: 'HT-2', response: 60, restoration: 300 };
  const apply = (time: string) =>
    command('ApplyTerms', { reason: '合同已续签' }, time, { by: SUPERVISOR, known: { sla } });

  test('[B2] judge a running clock once a supervisor decides so, and make no moment a breach that has passed', () => {
    const { ticket, events } = said(called, apply('09:10'));
    expect(events[0]).toMatchObject({ data: { clock: 'response', reason: '合同已续签' } });
    expect(ticket.deadlines).toMatchObject({
      response: { terms: 'HT-2', due: at('09:10'), noSooner: at('09:10'), verdict: 'running' },
      restoration: { terms: 'HT-2', due: at('13:00') },
    });
  });

  test('[B2] change nothing where they are the same, or nothing runs', () => {
    const same = event('SlaDeadlineSet', { ...clockSet('response').data, ...terms() }, '08:30');
    const rest = event('SlaDeadlineSet', { ...clockSet('restoration').data, ...terms() }, '08:30');
    given(
      ...called,
      { ...same, data: { ...same.data, minutes: 60 } },
      { ...rest, data: { ...rest.data, minutes: 300 } },
    )
      .when(apply('08:40'))
      .thenThrows(NotPossible, 'terms-apply-already');
  });

  function terms() {
    return { terms: sla.terms, edition: sla.edition };
  }
});
