import { Forbidden, Invalid, NotFound, NotPossible, type LocalTime } from '@app/kernel';
import { specification } from '@app/kernel/src/testing/specification.js';
import { expect, test } from '@jest/globals';
import { labourLogged, onSite, suspended, working } from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  inBatch,
  LI_WEI,
  span,
  SUPERVISOR,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { diaryCommands } from '../diary/diary.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

const given = specification(ticketDecider);
const office = { by: DISPATCHER };
const planned = [past.opened(), past.scheduled()];
const added = (time = '08:25') =>
  event('TechnicianAdded', { visit: 1, technician: WANG_FANG.id }, time, DISPATCHER);
const removed = (time = '09:50') =>
  event(
    'TechnicianRemoved',
    { visit: 1, technician: WANG_FANG.id, reason: '另有急修' },
    time,
    DISPATCHER,
  );
const add = (technician: string, active = true) =>
  command('AddTechnician', { visit: 1, technician }, '08:25', {
    ...office,
    known: { technician: { employee: technician, active } },
  });
const labour = (by: typeof LI_WEI, from: string, until: string) =>
  command('LogLabour', { visit: 1, workType: '维修', span: span(from, until) }, '11:00', {
    by,
    known: { logged: [] },
  });

test('[R10] another technician comes along, once', () => {
  given(...planned)
    .when(add(WANG_FANG.id))
    .then(added());
  given(...planned)
    .when(add(LI_WEI.id))
    .thenThrows(NotPossible, 'technician-on-visit');
  given(...planned, added('08:24'))
    .when(add(WANG_FANG.id))
    .thenThrows(NotPossible, 'technician-on-visit');
});

test('[R10] nobody comes along who is no technician any more, or never was', () => {
  given(...planned)
    .when(add(WANG_FANG.id, false))
    .thenThrows(NotPossible, 'technician-not-active');
  given(...planned)
    .when(
      command('AddTechnician', { visit: 1, technician: 'nobody' }, '08:25', {
        ...office,
        known: { technician: undefined },
      }),
    )
    .thenThrows(NotFound, 'technician-not-found');
});

test('[R10] one of the others is taken off, with the reason; the responsible technician is not', () => {
  const off = (technician: string) =>
    command('RemoveTechnician', { visit: 1, technician, reason: '另有急修' }, '09:50', office);
  given(...onSite, added('09:30'))
    .when(off(WANG_FANG.id))
    .then(removed());
  given(...onSite, added('09:30'))
    .when(off(LI_WEI.id))
    .thenThrows(NotPossible, 'technician-not-along');
});

test('[R10] who was taken off is told late also once the visit has been made, and not of a time after it', () => {
  const made = [...onSite, added('09:30'), past.left('10:30')];
  const off = (time: LocalTime) => {
    const data = { visit: 1, technician: WANG_FANG.id, reason: '另有急修' };
    return { ...command('RemoveTechnician', data, time, office), receivedAt: at('18:00') };
  };
  given(...made)
    .when(off('09:50'))
    .then(removed());
  given(...made)
    .when(off('10:31'))
    .thenThrows(Invalid, 'occurred-too-late');
  given(...made)
    .when(command('RemoveTechnician', off('09:50').data, '10:35', office))
    .thenThrows(NotPossible, 'visit-left');
});

test('[B2] each logs hours in their own name, and one’s hours are not in the way of another’s', () => {
  const both = [...working, added('09:45'), labourLogged('10:00', '10:30')];
  const logged = given(...both)
    .when(labour(WANG_FANG, '10:00', '10:30'))
    .events();
  expect(logged.map(({ data }) => data)).toEqual([
    expect.objectContaining({ technician: WANG_FANG.id, span: span('10:00', '10:30') }),
  ]);
  given(...both)
    .when(labour(LI_WEI, '10:15', '10:40'))
    .thenRefusedUnder('R10', 'labour-overlaps');
});

test('[V8] a finding names whoever did it, and what is entered for one of the others is theirs', () => {
  const greeting = { visit: 1, introduced: false, credentialsShown: true };
  const here = given(...onSite, added('09:30'));
  const persons = here
    .when(command('GreetCustomer', greeting, '09:31', { by: WANG_FANG }))
    .events()
    .flatMap((each) => (each.type === 'FindingRecorded' ? [each.data.person] : []));
  expect(persons).toEqual([WANG_FANG.id]);
  const forWangFang = { ...SUPERVISOR, onBehalfOf: WANG_FANG.id };
  const entered = here.when(command('GreetCustomer', greeting, '09:31', { by: forWangFang }));
  expect(entered.events().map(({ actor }) => actor.onBehalfOf)).toContain(WANG_FANG.id);
});

test('[R10] whoever was taken off before anybody came has nothing to tell of what was done there', () => {
  const gone = [...planned, added(), removed('08:40'), past.departed(), past.arrived()];
  const clean = (time: LocalTime) => command('CleanSite', { visit: 1 }, time, { by: WANG_FANG });
  for (const told of [inBatch(clean('10:41')), clean('10:45')])
    given(...gone)
      .when(told)
      .thenThrows(Forbidden, 'not-your-visit');
});

test('[R10] whoever is taken off while they are there stays of the crew, and leaves', () => {
  const gone = [...working, added('09:45'), removed('10:40')];
  const theirs = [
    command('CleanSite', { visit: 1 }, '10:45', { by: WANG_FANG }),
    command('LeaveSite', { visit: 1 }, '10:45', { by: WANG_FANG }),
    labour(WANG_FANG, '10:00', '10:44'),
  ];
  const types = (history: TicketEvent[], asked: (typeof theirs)[number]) =>
    given(...history)
      .when(asked)
      .events()
      .map(({ type, actor }) => [type, actor.id]);
  for (const told of [...theirs, ...theirs.map((each) => inBatch(each))])
    expect(types(gone, told)).toContainEqual([
      { CleanSite: 'SiteCleaned', LeaveSite: 'TechnicianLeft', LogLabour: 'LabourLogged' }[
        told.type
      ],
      WANG_FANG.id,
    ]);
  const left = event('TechnicianLeft', { visit: 1, technician: WANG_FANG.id }, '10:45', WANG_FANG);
  expect(types([...gone, left], labour(WANG_FANG, '10:00', '10:44'))).toContainEqual([
    'LabourLogged',
    WANG_FANG.id,
  ]);
  given(...gone, left)
    .when(command('LeaveSite', { visit: 1 }, '10:50', { by: WANG_FANG }))
    .thenThrows(NotPossible, 'technician-not-there');
});

test('[R10] a visit given to another keeps what its first technician tells late', () => {
  const reassigned = [
    ...planned,
    past.rescheduled(span('15:00', '17:00'), { technician: 'wang-fang' }),
  ];
  const left = inBatch(command('Depart', { visit: 1 }, '08:22', { by: LI_WEI }));
  expect(
    given(...reassigned)
      .when(left)
      .events()
      .map(({ type }) => type),
  ).toContain('TechnicianDeparted');
});

const COMMAND = { commandId: '0190d3f0-0000-7000-8000-000000000001' };
const asked = (events: TicketEvent[], ...before: TicketEvent[]) =>
  diaryCommands(events, ticketAfter(...before), COMMAND).map(({ stream, commands }) => [
    stream,
    ...commands.map(({ type }) => type),
  ]);
const HERS = 'diary-wang-fang-2026-03-02';
const HIS = 'diary-li-wei-2026-03-02';

test('[R10] all who come along are booked, and are at the customer’s as long as the visit lasts', () => {
  expect(asked([added()], ...planned)).toEqual([[HERS, 'BookVisit']]);
  expect(asked([added('09:45')], ...working)).toEqual([[HERS, 'BookVisit', 'BeginStay']]);
  expect(asked([past.arrived()], ...planned, added())).toEqual([
    [HIS, 'BeginStay'],
    [HERS, 'BeginStay'],
  ]);
  expect(asked([past.left('10:30')], ...working, added('09:45'))).toEqual([
    [HIS, 'EndStay', 'ReleaseVisit'],
    [HERS, 'EndStay', 'ReleaseVisit'],
  ]);
  expect(asked([removed()], ...working, added('09:45'))).toEqual([
    [HERS, 'EndStay', 'ReleaseVisit'],
  ]);
});

test('[V7] a visit that is moved is moved for all of them', () => {
  expect(asked([past.rescheduled(span('15:00', '17:00'))], ...planned, added())).toEqual([
    [HIS, 'ReleaseVisit', 'BookVisit'],
    [HERS, 'ReleaseVisit', 'BookVisit'],
  ]);
  const agreed = suspended({ resumeAt: at('14:00') }, '10:00');
  expect(asked([agreed], ...working, added('09:45'))).toEqual([
    [HIS, 'ReleaseVisit', 'BookVisit'],
    [HERS, 'ReleaseVisit', 'BookVisit'],
  ]);
});

test('[R10] while all are away somebody else may be added for the return, and who was to come back taken off', () => {
  const away = [
    ...working,
    suspended(),
    event('TechnicianLeft', { visit: 1, returning: true }, '10:25'),
  ];
  const now = { ...add(WANG_FANG.id), occurredAt: at('10:40') };
  given(...away)
    .when(now)
    .then(added('10:40'));
  const ofDiary = diaryCommands([added('10:40')], ticketAfter(...away), { commandId: 'c-1' });
  expect(ofDiary.flatMap(({ commands }) => commands.map(({ type }) => type))).toEqual([
    'BookVisit',
  ]);
  const back = ticketAfter(...away, added('10:40'), past.arrived('13:00'));
  expect(back.visits).toMatchObject([{ status: 'working', present: [LI_WEI.id, WANG_FANG.id] }]);
  const off = { visit: 1, technician: WANG_FANG.id, reason: '另有急修' };
  given(...away, added('10:40'))
    .when(command('RemoveTechnician', off, '10:50', office))
    .then(removed('10:50'));
});
