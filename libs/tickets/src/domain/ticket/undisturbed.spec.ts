import { expect, test } from '@jest/globals';
import type { LocalTime } from '@app/kernel';
import { POLICY_TERMS } from '../../testing/intake.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  HOTLINE,
  inBatch,
  LI_WEI,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* The customer rests from 12:00 to 14:00. */

const visit = 1;
const NOW = at('18:00');
const quietHours = past.opened().data.quietHours;
const raise = (time: LocalTime) =>
  command('RaiseToEmergency', { reason: '冒烟' }, time, {
    by: HOTLINE,
    known: { sla: POLICY_TERMS },
  });
const arrive = (time: LocalTime) =>
  command('RecordArrival', { visit }, time, { known: { elsewhere: [], quietHours } });
const coming = [
  past.opened({ lineFault: false }),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled({ window: span('11:00', '13:00'), atCustomersWish: false }),
  past.prepared(),
  past.departed('11:30'),
];
const repair = (time: LocalTime, more = {}) =>
  command(
    'CompleteRepair',
    {
      visit,
      cause: 'company-product',
      testResult: '正常',
      restored: true,
      photos: [],
      ...more,
    },
    time,
    { known: { quietHours } },
  );
const working = [past.opened({ lineFault: false }), ...site.working.slice(1)];

function after(history: readonly TicketEvent[], ...commands: readonly TicketCommand[]) {
  return commands.reduce(
    (ticket, next) =>
      ticketDecider
        .decide(next, ticket)
        .reduce(
          ticketDecider.evolve,
          ticket as Parameters<typeof ticketDecider.evolve>[0],
        ) as OpenedTicket,
    ticketAfter(...history),
  );
}

const ofRest = ({ findings }: OpenedTicket) =>
  findings
    .filter(({ article }) => article === 'V19')
    .map(({ code, status }) => `${code} ${status}`);

test.each<[string, readonly TicketEvent[], TicketCommand, string]>([
  ['came', coming, arrive('12:20'), 'arrived-in-rest-hours'],
  ['worked on', working, repair('12:40'), 'worked-in-rest-hours'],
])(
  '[V19] whoever %s in an emergency disturbed nobody, though it is told late',
  (_, history, step, code) => {
    expect(ofRest(after(history, step))).toEqual([`${code} open`]);
    const before = inBatch(raise('11:50'), NOW);
    expect(ofRest(after(history, step, before))).toEqual([`${code} withdrawn`]);
    const upheld = command('ReviewFinding', { finding: 1, verdict: 'upheld' }, '15:00', {
      by: { id: 'chen-gang', role: 'supervisor' },
    });
    expect(ofRest(after(history, step, upheld, before))).toEqual([`${code} withdrawn`]);
    expect(ofRest(after(history, step, inBatch(raise('12:50'), NOW)))).toEqual([`${code} open`]);
  },
);

test('[V19] it may be told later that it was an emergency even sooner', () => {
  const sooner = inBatch(raise('11:50'), NOW);
  expect(ofRest(after(coming, arrive('12:20'), raise('12:50'), sooner))).toEqual([
    'arrived-in-rest-hours withdrawn',
  ]);
  expect(() => after(coming, raise('12:50'), inBatch(raise('13:00'), NOW))).toThrow(
    'is-an-emergency',
  );
});

test('[V19] what was before the emergency disturbed them, whenever it is told', () => {
  expect(ofRest(after(coming, raise('12:50'), inBatch(arrive('12:20'), NOW)))).toEqual([
    'arrived-in-rest-hours open',
  ]);
  expect(ofRest(after(coming, raise('12:10'), inBatch(arrive('12:20'), NOW)))).toEqual([]);
});

const WORKED = 'worked-in-rest-hours';

test.each<[string, LocalTime | undefined, LocalTime, readonly string[]]>([
  ['is none, and is worked on into them', undefined, '12:40', [`${WORKED} open`]],
  ['becomes one before them', '11:50', '12:40', []],
  ['becomes one as they begin', '12:00', '12:40', []],
  ['becomes one within them', '12:20', '12:40', [`${WORKED} open`]],
  ['becomes one as the work is over', '12:40', '12:40', [`${WORKED} open`]],
  ['becomes one after the work', '12:50', '12:40', [`${WORKED} open`]],
  ['becomes one, and the work was over before them', '11:50', '11:55', []],
])(
  '[V19] [B3] what of work was before the emergency disturbed them, told in time or late: it %s',
  (_, raised, repaired, findings) => {
    const work = repair(repaired);
    const emergency = raised && raise(raised);
    if (!emergency) return expect(ofRest(after(working, work))).toEqual(findings);
    const inTime = raised <= repaired ? [emergency, work] : [work, emergency];
    expect(ofRest(after(working, ...inTime))).toEqual(findings);
    const late = ofRest(after(working, work, inBatch(emergency, NOW)));
    expect(late.filter((each) => each.endsWith('open'))).toEqual(findings);
    const workLate = ofRest(after(working, emergency, inBatch(work, NOW)));
    expect(workLate.filter((each) => each.endsWith('open'))).toEqual(findings);
  },
);

test('[B3] nobody is called to an emergency that is over when it is told', () => {
  const done = [...working, past.repaired({}, '12:40'), past.left('12:50')];
  const over = (history: readonly TicketEvent[], time: LocalTime) =>
    ticketDecider
      .decide(inBatch(raise(time), NOW), ticketAfter(...history))
      .flatMap(({ type, data }) => (type === 'TicketRaisedToEmergency' ? [data.over] : []));
  expect(over(done, '11:50')).toEqual([true]);
  expect(over([...done, past.resolved(), past.closed()], '11:50')).toEqual([true]);
  expect(over(working, '11:50')).toEqual([undefined]);
  expect(
    ticketAfter(
      ...done,
      ...ticketDecider.decide(inBatch(raise('11:50'), NOW), ticketAfter(...done)),
    ).emergencySince,
  ).toBeUndefined();
});

test('[V19] who wishes to be served through their rest, and is heard late, was not disturbed', () => {
  const notice = inBatch(
    command(
      'NotifyDelay',
      {
        visit,
        reason: '堵车',
        apologised: true,
        newArrival: at('13:20'),
        customerWishes: '午休也可以来',
      },
      '11:40',
      { known: { receivedAt: NOW, quietHours } },
    ),
    NOW,
  );
  expect(ofRest(after(coming, arrive('12:20'), notice))).toEqual([
    'arrived-in-rest-hours withdrawn',
  ]);
});

test('[V11] [V19] so is who agreed to it as the work went on, which is told in time or late', () => {
  const consent = (time: LocalTime) =>
    command('RecordConsent', { visit, by: '孙丽', customerWishes: '午休也修吧' }, time);
  expect(ofRest(after(working, consent('11:55'), repair('12:40')))).toEqual([]);
  expect(ofRest(after(working, repair('12:40'), inBatch(consent('11:55'), NOW)))).toEqual([
    'worked-in-rest-hours withdrawn',
  ]);
  const plain = { ...consent('11:55'), data: { visit, by: '孙丽' } };
  expect(ofRest(after(working, repair('12:40'), inBatch(plain, NOW)))).toEqual([
    'worked-in-rest-hours open',
  ]);
});

const agree = (more: object) =>
  command(
    'ScheduleVisit',
    { technician: LI_WEI.id, window: span('12:15', '12:45'), atCustomersWish: false, ...more },
    '08:20',
    {
      by: DISPATCHER,
      known: { technician: { employee: LI_WEI.id, active: true }, quietHours },
    },
  );

test('[V19] whoever wants nobody before an hour of their rest wishes that hour', () => {
  const opened = [past.opened({ lineFault: false })];
  expect(() => after(opened, agree({}))).toThrow(expect.objectContaining({ article: 'V19' }));
  const wished = agree({ wishedLater: '中午下班才在家' });
  const out = command('Depart', { visit }, '12:00');
  expect(ofRest(after(opened, wished, out, arrive('12:20')))).toEqual([]);
  const late = { ...wished, receivedAt: NOW };
  expect(ofRest(after(opened, late, inBatch(arrive('12:20'), NOW)))).toEqual([]);
});
