import { Invalid, NotPossible, type LocalTime } from '@app/kernel';
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
  span,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

const given = givenFor(ticketDecider.decide);
const visit = 1;
const THEY = WANG_FANG.id;
const by = WANG_FANG;
const together = [
  past.opened({ lineFault: false }),
  past.scheduled(),
  event('TechnicianAdded', { visit, technician: THEY }, '08:25'),
];
const KIT = { visit, badge: true, uniform: true, tools: [], parts: [] };
const studied = [
  event('CustomerFileReviewed', { visit, technician: THEY }, '08:26', by),
  { ...past.faultAnalysed({ technician: THEY }, '08:27'), actor: by },
];
const elsewhere = { known: { elsewhere: [] as string[] }, by };
const depart = (time: string) => command('Depart', { visit }, time, { by });
const arrive = (time: string) => command('RecordArrival', { visit }, time, elsewhere);
const leave = (time: string) => command('LeaveSite', { visit }, time, { by });
const alone = {
  departed: (time: string) => event('TechnicianDeparted', { visit, technician: THEY }, time, by),
  arrived: (time: string) => event('TechnicianArrived', { visit, technician: THEY }, time, by),
  left: (time: string) => event('TechnicianLeft', { visit, technician: THEY }, time, by),
};
const there = [...together, past.departed('08:50'), past.arrived('09:30')];

/** What is found of whom after a command. */
function foundOf(history: readonly TicketEvent[], asked: TicketCommand): string[] {
  return given(...history)
    .when(asked)
    .events()
    .flatMap(({ type, data }) =>
      type === 'FindingRecorded' ? [`${data.person ?? ''} ${data.code}`] : [],
    );
}

const stateAfter = (...history: TicketEvent[]) => ticketAfter(...history).visits[0];

test('[V4] each prepares for themself, and is found for what they lack', () => {
  const ask = command('PrepareVisit', { ...KIT, badge: false }, '08:40', {
    by,
    known: { toolsInHand: [] },
  });
  given(...together)
    .when(ask)
    .then(
      event('VisitPrepared', { ...KIT, badge: false, technician: THEY }, '08:40', by),
      event(
        'FindingRecorded',
        { finding: 1, article: 'V4', code: 'badge-missing', visit, person: THEY },
        '08:40',
        by,
      ),
    );
  const own = event('VisitPrepared', { ...KIT, technician: THEY }, '08:35', by);
  given(...together, own)
    .when(ask)
    .thenThrows(NotPossible, 'visit-already-prepared');
  expect(stateAfter(...together, own)).toMatchObject({
    own: { [THEY]: { ready: { badge: true } } },
  });
  expect(stateAfter(...together, own)).not.toHaveProperty('ready');
});

test('[V4] [V6] who comes along without having prepared is found, each for themself', () => {
  const found = foundOf(together, command('Depart', { visit }, '08:50'));
  expect(found.filter((each) => each.startsWith(THEY))).toEqual([
    `${THEY} file-not-reviewed`,
    `${THEY} fault-not-analysed`,
    `${THEY} badge-missing`,
    `${THEY} uniform-missing`,
  ]);
});

test('[V3] [V5] the lists of parts and tools are the visit’s: only the responsible technician is found for them', () => {
  const lists = (asked: TicketCommand, history: readonly TicketEvent[] = together) =>
    foundOf(history, asked).filter((each) => each.endsWith('-not-listed'));
  expect(lists(command('Depart', { visit }, '08:50'))).toEqual([
    'li-wei parts-not-listed',
    'li-wei tools-not-listed',
  ]);
  expect(lists(depart('08:50'))).toEqual([]);
  const bare = command('PrepareVisit', KIT, '08:40', { by, known: { toolsInHand: [] } });
  expect(lists(bare)).toEqual([]);
});

test('[V6] who sets out by themself is judged by when they do, and moves nobody else', () => {
  expect(foundOf([...together, ...studied], depart('08:50'))).toEqual([
    `${THEY} badge-missing`,
    `${THEY} uniform-missing`,
  ]);
  const out = [...together, alone.departed('08:50')];
  expect(stateAfter(...out)).toMatchObject({ status: 'scheduled' });
  expect(
    foundOf(out, command('Depart', { visit }, '08:55')).filter((each) => each.startsWith(THEY)),
  ).toEqual([]);
  given(...out)
    .when(depart('08:58'))
    .thenThrows(NotPossible, 'already-departed');
});

test('[V6] who was taken to have come along, and followed, is judged by that', () => {
  const missed = { ...past.found(1, 'V6', 'file-not-reviewed', { person: THEY }) };
  const before = [
    ...together,
    past.departed('08:50'),
    { ...missed, occurredAt: past.departed('08:50').occurredAt },
  ];
  const withdrawn = given(...before, ...studied)
    .when(depart('09:20'))
    .events()
    .flatMap(({ type, data }) => (type === 'FindingWithdrawn' ? [data.finding] : []));
  expect(withdrawn).toEqual([1]);
});

test('[V4] [V6] whoever was taken off before the others set out owed nothing of it, told when it may be', () => {
  const missed = { ...past.found(1, 'V6', 'file-not-reviewed', { person: THEY }) };
  const badge = { ...past.found(2, 'V4', 'badge-missing', { person: THEY }) };
  const found = [missed, badge].map((each) => ({ ...each, occurredAt: at('08:50') }));
  const off = (time: LocalTime) => {
    const data = { visit, technician: THEY, reason: '病假' };
    return {
      ...command('RemoveTechnician', data, time, { by: DISPATCHER }),
      receivedAt: at('10:06'),
    };
  };
  const withdrawn = (time: LocalTime) =>
    given(...there, ...found)
      .when(off(time))
      .events()
      .flatMap(({ type, data }) => (type === 'FindingWithdrawn' ? [data.finding] : []));
  expect(withdrawn('08:35')).toEqual([1, 2]);
  expect(withdrawn('09:40')).toEqual([]);
});

test('[V7] each is late for themself', () => {
  expect(foundOf([...there, alone.departed('09:40')], arrive('11:20'))).toEqual([
    `${THEY} late-arrival`,
  ]);
  const called = event('TechnicianAdded', { visit, technician: THEY }, '09:45');
  const alreadyThere = there.filter(({ type }) => type !== 'TechnicianAdded');
  expect(foundOf([...alreadyThere, called, alone.departed('10:50')], arrive('11:20'))).toEqual([]);
});

test('[V19] [R10] each comes in the rest hours, and is in one place, for themself', () => {
  const asked = command('RecordArrival', { visit }, '12:30', {
    by,
    known: { elsewhere: ['T-9'] },
  });
  expect(foundOf([...there, alone.departed('11:40')], asked)).toEqual([
    `${THEY} late-arrival`,
    `${THEY} in-two-places`,
    `${THEY} arrived-in-rest-hours`,
  ]);
});

test('[V7] who comes first opens the visit, and the responsible technician joins them', () => {
  const first = [...together, alone.departed('08:50')];
  expect(foundOf(first, arrive('09:10'))).toEqual([]);
  const opened = [...first, alone.arrived('09:10')];
  expect(stateAfter(...opened)).toMatchObject({ status: 'on-site', present: [THEY] });
  const joins = command('RecordArrival', { visit }, '11:30', { known: { elsewhere: [] } });
  expect(foundOf([...opened, past.departed('08:50')], joins)).toEqual(['li-wei late-arrival']);
  expect(foundOf(opened, joins)).toContain('li-wei file-not-reviewed');
  const both = [...opened, event('TechnicianArrived', { visit, technician: 'li-wei' }, '11:30')];
  expect(stateAfter(...both)).toMatchObject({ status: 'on-site', present: [THEY, 'li-wei'] });
  given(...both)
    .when(joins)
    .thenThrows(NotPossible, 'visit-on-site');
});

test('[R10] who leaves while others stay leaves for themself, and nothing is owed yet', () => {
  given(...there)
    .when(leave('10:00'))
    .then(alone.left('10:00'));
  const gone = [...there, alone.left('10:00')];
  expect(stateAfter(...gone)).toMatchObject({ status: 'on-site', present: ['li-wei'] });
  given(...gone)
    .when(leave('10:10'))
    .thenThrows(NotPossible, 'technician-not-there');
  expect(foundOf(gone, command('LeaveSite', { visit }, '10:20'))).toContain(
    'li-wei customer-not-greeted',
  );
});

test('[R10] with the responsible technician leave those who came along, and not who came alone', () => {
  const came = [
    ...there.slice(0, 2),
    there[2]!,
    alone.departed('08:55'),
    ...there.slice(3),
    alone.arrived('09:40'),
  ];
  given(...came)
    .when(command('LeaveSite', { visit }, '10:20'))
    .then(event('TechnicianLeft', { visit, technician: 'li-wei' }, '10:20'));
  expect(
    foundOf(
      [...came, event('TechnicianLeft', { visit, technician: 'li-wei' }, '10:20')],
      leave('10:30'),
    ),
  ).toContain('li-wei customer-not-greeted');
  expect(stateAfter(...there, past.left('10:20'))).toMatchObject({ status: 'left', present: [] });
});

test('[R10] that one left before the rest may be told when all have gone', () => {
  given(...there, past.left('11:00'))
    .when(inBatch(leave('10:00')))
    .then(alone.left('10:00'));
});

test('[R10] hours lie within the time that their own technician was there', () => {
  const working = [...site.working.slice(0, 2), together[2]!, ...site.working.slice(2)];
  const later = [...working, alone.departed('10:00'), alone.arrived('10:20'), alone.left('10:50')];
  const log = (from: string, until: string) =>
    command('LogLabour', { visit, workType: '维修', span: span(from, until) }, '11:00', {
      by,
      known: { logged: [] },
    });
  given(...later)
    .when(log('10:10', '10:40'))
    .thenThrows(Invalid, 'labour-before-arrival');
  given(...later)
    .when(log('10:30', '10:55'))
    .thenThrows(Invalid, 'labour-after-leaving');
  expect(
    given(...later)
      .when(log('10:20', '10:50'))
      .events(),
  ).toHaveLength(1);
});
