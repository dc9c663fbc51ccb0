import { expect, test } from '@jest/globals';
import * as onSite from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import { at, command, event, givenFor, span } from '../../testing/ticket.builders.js';
import { completeRepair } from './complete-repair.js';
import { leaveSite } from './leave-site.js';
import { recordArrival } from './record-arrival.js';
import { resumeWork } from './resume-work.js';
import { suspendWork } from './suspend-work.js';

const disturbed = (code: string) =>
  event('FindingRecorded', { finding: 1, article: 'V19', code, visit: 1, person: 'li-wei' });
const WISH = '午休也可以修';
const urgently = onSite.working.map((each) =>
  each.type === 'TicketOpened' ? past.opened({ emergency: true }) : each,
);

const window = span('11:00', '13:00');
const onTheWay = (atCustomersWish = false) => [
  past.opened(),
  past.scheduled({ window, atCustomersWish }),
  past.departed(),
];
const arrive = (more = {}, known = {}) =>
  command('RecordArrival', { visit: 1, ...more }, '12:30', { known: { elsewhere: [], ...known } });

test('[V19] finds an arrival in the rest hours of the customer, unless they wish it', () => {
  const given = givenFor(recordArrival);
  given(...onTheWay())
    .when(arrive())
    .then(event('TechnicianArrived', { visit: 1 }), disturbed('arrived-in-rest-hours'));
  given(...onTheWay())
    .when(arrive({ customerWishes: WISH }))
    .then(event('TechnicianArrived', { visit: 1, customerWishes: WISH }));
  given(...onTheWay(true))
    .when(arrive())
    .then(event('TechnicianArrived', { visit: 1 }));
});

test('[V19, V7] whoever comes before the hour that the customer wished disturbs them, unless they agree', () => {
  const [opened, , departed] = onTheWay();
  const own = { window: span('13:00', '14:00') };
  for (const wish of [{ atCustomersWish: true }, { wishedLater: '下午一点后在家' }]) {
    const given = givenFor(recordArrival)(opened!, past.scheduled({ ...own, ...wish }), departed!);
    const agreed = { visit: 1, agreedEarlier: true };
    given.when(arrive()).then(
      event('TechnicianArrived', { visit: 1 }),
      event('FindingRecorded', {
        ...{ finding: 1, article: 'V7', code: 'early-arrival', visit: 1, person: 'li-wei' },
      }),
      event('FindingRecorded', {
        ...{ finding: 2, article: 'V19', code: 'arrived-in-rest-hours', visit: 1 },
        person: 'li-wei',
      }),
    );
    given.when(arrive(agreed)).then(event('TechnicianArrived', agreed));
  }
});

test('[V19] the rest hours are those of the customer’s file at that moment', () => {
  givenFor(recordArrival)(...onTheWay())
    .when(arrive({}, { quietHours: [{ from: '13:00', until: '14:00' }] }))
    .then(event('TechnicianArrived', { visit: 1 }));
});

const REPAIR = {
  visit: 1,
  cause: 'no-fault' as const,
  testResult: '正常',
  restored: true,
  photos: [],
};

test('[V19] finds work that went on through the rest hours of the customer', () => {
  const given = givenFor(completeRepair);
  const complete = (time: string, more = {}) =>
    command('CompleteRepair', { ...REPAIR, ...more }, time);
  given(...onSite.working)
    .when(complete('12:00'))
    .then(event('RepairCompleted', REPAIR));
  given(...onSite.working)
    .when(complete('12:01'))
    .then(event('RepairCompleted', REPAIR), disturbed('worked-in-rest-hours'));
  given(...onSite.working)
    .when(complete('14:30', { customerWishes: WISH }))
    .then(event('RepairCompleted', { ...REPAIR, customerWishes: WISH }));
  given(...urgently)
    .when(complete('14:30'))
    .then(event('RepairCompleted', REPAIR));
});

test('[V19] what was interrupted over the rest hours did not go on through them', () => {
  givenFor(completeRepair)(
    ...onSite.working,
    onSite.suspended({}, '11:50'),
    event('WorkResumed', { visit: 1 }, '14:00'),
  )
    .when(command('CompleteRepair', REPAIR, '14:30'))
    .then(event('RepairCompleted', REPAIR));
});

const rest = {
  visit: 1,
  reason: 'rest-or-meal' as const,
  customerSide: true,
  resumeAt: at('15:00'),
  hoursAsked: true,
  apologised: true,
};

test('[V19] finds work that was interrupted only in the rest hours, and that was left in them', () => {
  givenFor(suspendWork)(...onSite.working)
    .when(command('SuspendWork', rest, '12:10'))
    .then(event('WorkSuspended', rest), disturbed('worked-in-rest-hours'));
  const codes = givenFor(leaveSite)(...onSite.working)
    .when(command('LeaveSite', { visit: 1 }, '12:10'))
    .events()
    .flatMap(({ data }) => ('code' in data ? [data.code] : []));
  expect(codes).toContain('worked-in-rest-hours');
});

test('[V19] finds work that is taken up again in the rest hours, unless the customer wishes it', () => {
  const given = givenFor(resumeWork);
  const suspended = [...onSite.working, onSite.suspended({ customerSide: false }, '11:50')];
  const resume = (more = {}) => command('ResumeWork', { visit: 1, ...more }, '12:30');
  given(...suspended)
    .when(resume())
    .then(event('WorkResumed', { visit: 1 }), disturbed('resumed-in-rest-hours'));
  given(...suspended)
    .when(resume({ customerWishes: WISH }))
    .then(event('WorkResumed', { visit: 1, customerWishes: WISH }));
  given(...onSite.working, onSite.suspended({ customerSide: false, customerWishes: WISH }, '11:50'))
    .when(resume())
    .then(event('WorkResumed', { visit: 1 }));
});

test('[V19] an agreed resumption may lie in the rest hours at the wish of the customer, or in an emergency', () => {
  const lunch = { ...rest, resumeAt: at('12:30') };
  const given = givenFor(suspendWork);
  given(...onSite.working)
    .when(command('SuspendWork', lunch, '11:50'))
    .thenRefusedUnder('V19', 'resumes-in-quiet-hours');
  given(...onSite.working)
    .when(command('SuspendWork', { ...lunch, customerWishes: WISH }, '11:50'))
    .then(event('WorkSuspended', { ...lunch, customerWishes: WISH }));
  given(...urgently)
    .when(command('SuspendWork', lunch, '11:50'))
    .then(event('WorkSuspended', lunch));
});

test('[V19] an interruption asks for an apology, and for the hours of the customer', () => {
  const given = givenFor(suspendWork);
  const silent = { ...rest, apologised: false };
  given(...onSite.working)
    .when(command('SuspendWork', silent, '11:50'))
    .then(event('WorkSuspended', silent), disturbed('interruption-without-apology'));
  const unasked = { ...rest, hoursAsked: false };
  given(...onSite.working)
    .when(command('SuspendWork', unasked, '11:50'))
    .then(event('WorkSuspended', unasked), disturbed('hours-not-asked'));
});
