import { Invalid, NotPossible, type Instant, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  inBatch,
  LI_WEI,
  span,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { diaryCommands } from '../diary/diary.commands.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/*
 * Li Wei and Wang Fang came at 09:30. The work stands still from 11:50, and both leave to come back at 14:00.
 * The table says what is right, worked out by V7 (按时上门，严禁迟到及无故失约) before the code was asked.
 */

const given = givenFor(ticketDecider.decide);
const visit = 1;
const [LI, WANG] = [LI_WEI.id, WANG_FANG.id];
const added = event('TechnicianAdded', { visit, technician: WANG }, '08:25', DISPATCHER);
const along = [
  ...[past.opened({ lineFault: false }), past.scheduled(), added, ...site.working.slice(2)],
  site.suspended({ resumeAt: at('14:00') }, '11:50'),
];
const ownArrival = event('TechnicianArrived', { visit, technician: WANG }, '09:45', WANG_FANG);
const apart = [...along.slice(0, -1), ownArrival, along.at(-1)!];

const leave = (by: typeof LI_WEI, returning = true) =>
  command('LeaveSite', { visit, ...(returning && { returning }) }, '11:55', { by });
const arrive = (by: typeof LI_WEI, time: LocalTime) =>
  command('RecordArrival', { visit }, time, { by, known: { elsewhere: [], quietHours: [] } });
const noShow = (technician?: string, time: LocalTime = '18:10') =>
  command('RecordNoShow', { visit, ...(technician && { technician }) }, time, { by: DISPATCHER });
const notice = command(
  'NotifyDelay',
  { visit, reason: '取备件', apologised: true, newArrival: at('15:30') },
  '13:40',
  { known: { receivedAt: at('13:40'), quietHours: [] } },
);
const move = command(
  'RescheduleVisit',
  {
    visit,
    window: span('16:00', '17:00'),
    atCustomersWish: false,
    reason: '配件晚到',
    told: { channel: 'phone', at: at('13:00'), by: '周敏', apologised: true },
  },
  '13:05',
  {
    by: DISPATCHER,
    known: { technician: { employee: LI, active: true }, receivedAt: at('13:05') },
  },
);
/** Those that come back, each by when, or are recorded not to have; what the office tells comes after both have left. */
interface Case {
  readonly li?: LocalTime;
  readonly wang?: LocalTime;
  readonly office?: readonly TicketCommand[];
  /** Told by Li Wei before coming back. */
  readonly told?: TicketCommand;
  /** What is found under V7 in the end, and who is there. */
  readonly found: readonly string[];
  readonly there: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'both in time': { li: '14:00', wang: '14:00', found: [], there: [LI, WANG] },
  'the second too late': {
    ...{ li: '14:00', wang: '15:00' },
    ...{ found: [`${WANG} late-arrival`], there: [LI, WANG] },
  },
  'the responsible technician is the second, and late': {
    ...{ li: '15:00', wang: '14:00' },
    ...{ found: [`${LI} late-arrival`], there: [LI, WANG] },
  },
  'both too late, one after the other': {
    ...{ li: '14:30', wang: '15:00' },
    ...{ found: [`${LI} late-arrival`, `${WANG} late-arrival`], there: [LI, WANG] },
  },
  'one does not come back': {
    ...{ li: '14:00', office: [noShow(WANG)] },
    ...{ found: [`${WANG} no-show`], there: [LI] },
  },
  'the responsible technician does not come back': {
    ...{ wang: '14:00', office: [noShow(LI)] },
    ...{ found: [`${LI} no-show`], there: [WANG] },
  },
  'held not to have come back, and had in time': {
    ...{ li: '14:00', wang: '14:00', office: [noShow(WANG)], found: [], there: [LI, WANG] },
  },
  'held not to have come back, and had too late': {
    ...{ li: '14:00', wang: '15:00', office: [noShow(WANG)] },
    ...{ found: [`${WANG} late-arrival`], there: [LI, WANG] },
  },
  'both held not to have, and one had': {
    ...{ li: '14:00', office: [noShow(LI), noShow(WANG)] },
    ...{ found: [`${WANG} no-show`], there: [LI] },
  },
  'told of a delay: within it and beyond it': {
    ...{ li: '15:20', wang: '15:40', told: notice },
    ...{ found: [`${WANG} late-arrival`], there: [LI, WANG] },
  },
  'moved: within the window and after it': {
    ...{ li: '16:10', wang: '17:05', told: move },
    ...{ found: [`${WANG} late-arrival`], there: [LI, WANG] },
  },
};

/** Every order in which the steps of several may be told, each in their own order. */
function merged<T>(first: readonly T[], second: readonly T[]): T[][] {
  const [a, ...restOfA] = first;
  const [b, ...restOfB] = second;
  if (a === undefined || b === undefined) return [[...first, ...second]];
  const before = merged(restOfA, second).map((rest) => [a, ...rest]);
  return [...before, ...merged(first, restOfB).map((rest) => [b, ...rest])];
}

function ordersOf({ li, wang, office = [], told }: Case): TicketCommand[][] {
  const [out, off] = [leave(LI_WEI), leave(WANG_FANG)];
  const his = [out, ...(told ? [told] : []), ...(li ? [arrive(LI_WEI, li)] : [])];
  const hers = [off, ...(wang ? [arrive(WANG_FANG, wang)] : [])];
  return merged<TicketCommand>(his, hers)
    .flatMap((each) => merged(each, office))
    .filter((each) => Math.max(each.indexOf(out), each.indexOf(off)) < firstOf(each, office))
    .filter((each) => office.every((one) => isBeforeTheirReturn(each, one)));
}

const firstOf = (order: readonly TicketCommand[], office: readonly TicketCommand[]) =>
  Math.min(order.length, ...office.map((one) => order.indexOf(one)));

/** That they did not come back is refused once they have told that they did. */
function isBeforeTheirReturn(order: readonly TicketCommand[], one: TicketCommand): boolean {
  const technician = one.type === 'RecordNoShow' ? one.data.technician : undefined;
  const told = order.findIndex(
    ({ type, actor }) => type === 'RecordArrival' && actor.id === technician,
  );
  return told === -1 || order.indexOf(one) < told;
}

/** Told late, one after the other. */
function after(history: readonly TicketEvent[], asked: readonly TicketCommand[]): OpenedTicket {
  return asked
    .map((each) => inBatch(each))
    .reduce(
      (ticket, each) =>
        ticketDecider
          .decide(each, ticket)
          .reduce((next, one) => ticketDecider.evolve(next, one) as OpenedTicket, ticket),
      ticketAfter(...history),
    );
}

const standing = ({ findings }: OpenedTicket) =>
  findings
    .flatMap(({ person, article, code, status }) =>
      article === 'V7' && status === 'open' ? [`${person ?? ''} ${code}`] : [],
    )
    .sort();

const there = ({ visits: [made] }: OpenedTicket) =>
  made && 'present' in made ? [...made.present].sort() : [];

test.each(Object.entries(CASES))(
  '[V7] [V19] each who left to come back is watched for themself, told in any order: %s',
  (_, each) => {
    for (const history of [along, apart])
      for (const order of ordersOf(each)) {
        const ticket = after(history, order);
        const told = order.map(({ type, actor }) => `${type} ${actor.id}`).join(', ');
        expect([told, standing(ticket), there(ticket)]).toEqual([told, each.found, each.there]);
      }
  },
);

test.each(Object.entries(CASES).filter(([, { wang }]) => wang !== undefined))(
  '[V7] [V19] also who left with the responsible technician and said nothing of it: %s',
  (_, { li, wang, office = [], told, found, there: present }) => {
    const his = [...(told ? [told] : []), ...(li ? [arrive(LI_WEI, li)] : [])];
    for (const order of merged<TicketCommand>(his, [arrive(WANG_FANG, wang!)]))
      for (const all of merged(order, office)) {
        if (!office.every((one) => isBeforeTheirReturn(all, one))) continue;
        const ticket = after(along, [leave(LI_WEI), ...all]);
        expect([standing(ticket), there(ticket)]).toEqual([found, present]);
      }
  },
);

const bothLeft = [
  event('TechnicianLeft', { visit, technician: WANG, returning: true }, '11:55', WANG_FANG),
  event('TechnicianLeft', { visit, returning: true }, '11:55'),
];
const away = [...along, ...bothLeft];
const back = (time: Instant | LocalTime = '14:00') => event('TechnicianArrived', { visit }, time);
const missed = event(
  'CrewNoShowRecorded',
  { visit, technician: WANG, ofReturn: true },
  '14:40',
  DISPATCHER,
);

test('[V7] told as it happens: the second is late for the hour agreed, and not for the appointment', () => {
  given(...away, back())
    .when(arrive(WANG_FANG, '14:00'))
    .then(event('TechnicianArrived', { visit, technician: WANG }, '14:00', WANG_FANG));
  const codes = given(...away, back())
    .when(arrive(WANG_FANG, '14:01'))
    .events()
    .flatMap(({ data }) => ('code' in data ? [`${data.person ?? ''} ${data.code}`] : []));
  expect(codes).toEqual([`${WANG} late-arrival`]);
});

test('[V7] whoever did not come back is recorded, once, when that hour is over', () => {
  const late = (time: LocalTime) => noShow(WANG, time);
  given(...away, back())
    .when(late('13:59'))
    .thenThrows(Invalid, 'still-expected');
  given(...away, back())
    .when(late('14:40'))
    .then(missed, past.found(1, 'V7', 'no-show', { person: WANG }));
  given(...away, back(), missed)
    .when(late('14:50'))
    .thenThrows(NotPossible, 'no-show-recorded');
  given(...away, back(), event('TechnicianArrived', { visit, technician: WANG }, '14:00'))
    .when(late('14:40'))
    .thenThrows(NotPossible, 'technician-came');
  given(...away, back())
    .when(noShow(LI, '14:40'))
    .thenThrows(NotPossible, 'technician-came');
});

test('[V7] nor of whoever worked since, or had left for good', () => {
  const hers = site.labourLogged('14:10', '14:30');
  const hours = { ...hers, data: { ...hers.data, technician: WANG } } as TicketEvent;
  const went = event('WorkResumed', { visit }, '14:05');
  given(...away, back(), went, hours)
    .when(noShow(WANG, '14:40'))
    .thenThrows(NotPossible, 'technician-came');
  const forGood = [
    event('TechnicianLeft', { visit, technician: WANG }, '11:55', WANG_FANG),
    bothLeft[1]!,
  ];
  const gone = [...along, ...forGood];
  given(...gone, back())
    .when(noShow(WANG, '14:40'))
    .thenThrows(NotPossible, 'not-to-come-back');
  expect(standing(after([...gone, back()], [arrive(WANG_FANG, '15:00')]))).toEqual([]);
  expect(standing(after(gone, [noShow()]))).toEqual([`${LI} no-show`]);
});

test('[V7] where nobody came back each is found, and whoever had clears only themself', () => {
  const nobody = after(away, [noShow()]);
  expect(standing(nobody)).toEqual([`${LI} no-show`, `${WANG} no-show`]);
  for (const [by, other] of [
    [LI_WEI, WANG],
    [WANG_FANG, LI],
  ] as const) {
    expect(standing(after(away, [noShow(), arrive(by, '14:00')]))).toEqual([`${other} no-show`]);
    const both = [noShow(), arrive(by, '14:00'), noShow(other, '18:20')];
    expect(standing(after(away, both))).toEqual([`${other} no-show`]);
  }
  const all = [noShow(), arrive(WANG_FANG, '14:00'), arrive(LI_WEI, '14:00')];
  expect(standing(after(away, all))).toEqual([]);
});

test('[V7] one who stayed on waits for the other as well', () => {
  const stays = [
    ...apart,
    event('TechnicianLeft', { visit, technician: LI, returning: true }, '11:55'),
  ];
  expect(standing(after(stays, [arrive(LI_WEI, '14:20')]))).toEqual([`${LI} late-arrival`]);
  expect(standing(after(stays, [noShow(LI)]))).toEqual([`${LI} no-show`]);
  const [told] = given(...stays)
    .when(notice)
    .events();
  given(...stays, told!)
    .when(arrive(LI_WEI, '15:20'))
    .then(event('TechnicianArrived', { visit, technician: LI }, '15:20'));
});

test('[R10] hours of before the interruption stay theirs, and none are of the time when they were not back', () => {
  const history = [...away, back(), event('WorkResumed', { visit }, '14:05')];
  const log = (from: LocalTime, until: LocalTime) =>
    command('LogLabour', { visit, workType: '维修', span: span(from, until) }, '18:00', {
      by: WANG_FANG,
      known: { logged: [] },
    });
  const hers = event('TechnicianArrived', { visit, technician: WANG }, '15:00', WANG_FANG);
  for (const [from, until] of [
    ['10:00', '11:00'],
    ['15:00', '16:00'],
  ] as const)
    expect(
      given(...history, hers)
        .when(log(from, until))
        .events()
        .map(({ type }) => type),
    ).toContain('LabourLogged');
  given(...history, hers)
    .when(log('14:10', '15:10'))
    .thenThrows(Invalid, 'labour-before-arrival');
  given(...history, missed)
    .when(log('14:50', '15:10'))
    .thenThrows(Invalid, 'labour-though-absent');
  expect(
    given(...history, missed)
      .when(log('10:00', '11:00'))
      .events()
      .map(({ type }) => type),
  ).toContain('LabourLogged');
});

test('[R10] the visit ends with the last of those who came back, and waits for nobody who did not', () => {
  const end = (by: typeof LI_WEI, time: LocalTime) =>
    command('LeaveSite', { visit }, time, { by, known: { quietHours: [] } });
  const goesOn = [...away, back(), event('WorkResumed', { visit }, '14:05')];
  const silent = after(goesOn, [end(LI_WEI, '16:00')]);
  expect(silent.visits[0]).toMatchObject({ status: 'left', leftAt: at('16:00') });
  const both = [arrive(WANG_FANG, '14:00'), end(LI_WEI, '16:00')];
  expect(after(goesOn, both).visits[0]).toMatchObject({
    status: 'working',
    present: [WANG],
  });
  const all = [...both, end(WANG_FANG, '16:20')];
  expect(after(goesOn, all).visits[0]).toMatchObject({ status: 'left', leftAt: at('16:20') });
  const still = after([...away, back(), missed], [end(LI_WEI, '16:00')]);
  expect(still.visits[0]).toMatchObject({ status: 'left', leftAt: at('16:00') });
});

test('[R10] whoever was taken to have come back along was elsewhere until they came, or did not', () => {
  const taken = [...along, bothLeft[1]!, back()];
  const asked = (next: TicketEvent) =>
    diaryCommands([next], ticketAfter(...taken), { commandId: 'c' }).flatMap(({ commands }) =>
      commands.map(({ type, data, occurredAt }) => [type, data.employee, occurredAt]),
    );
  expect(asked(event('TechnicianArrived', { visit, technician: WANG }, '15:00'))).toEqual([
    ['WithdrawStay', WANG, at('14:00')],
    ['BeginStay', WANG, at('15:00')],
  ]);
  expect(asked(missed)).toEqual([
    ['WithdrawStay', WANG, at('14:00')],
    ['ReleaseVisit', WANG, at('14:40')],
  ]);
});

test('[V19] that somebody had left to come back is told also when the work has gone on', () => {
  const went = [
    ...[...apart, event('TechnicianLeft', { visit, technician: LI, returning: true }, '11:55')],
    event('TechnicianArrived', { visit, technician: LI }, '14:00'),
    event('WorkResumed', { visit }, '14:05'),
    site.cleaned('14:30'),
  ];
  const left = event(
    'TechnicianLeft',
    { visit, technician: WANG, returning: true },
    '11:55',
    WANG_FANG,
  );
  given(...went)
    .when(inBatch(leave(WANG_FANG)))
    .then(left);
  expect(there(ticketAfter(...went, left))).toEqual([LI]);
});
