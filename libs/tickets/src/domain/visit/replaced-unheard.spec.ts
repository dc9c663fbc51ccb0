import { expect, test } from '@jest/globals';
import { Forbidden, NotPossible } from '@app/kernel';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  event,
  givenFor,
  inBatch,
  LI_WEI,
  span,
  SUPERVISOR,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { diaryCommands } from '../diary/diary.commands.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

/* Li Wei is to come at 09:00–11:00; the office gives the visit to Wang Fang, and he does not hear of it. */

const given = givenFor(ticketDecider.decide);
const visit = 1;
const LATER = span('15:00', '17:00');
const planned = [past.opened({ lineFault: false }), past.scheduled()];
const readied = [
  past.fileReviewed(),
  past.faultAnalysed(),
  past.prepared(),
  past.departed('08:45'),
];
const givenTo = (window = LATER, time = '10:10') =>
  past.rescheduled(window, { technician: WANG_FANG.id }, time);
const known = { elsewhere: [] as string[] };
const arrive = (by: typeof LI_WEI, time: string) =>
  command('RecordArrival', { visit }, time, { by, known });
const came = event('TechnicianArrived', { visit, technician: LI_WEI.id }, '09:10');
const moved = [...planned, ...readied, givenTo()];
const there = [...moved, came];
const stateAfter = (...history: TicketEvent[]) => ticketAfter(...history).visits[0];
const answer = (history: readonly TicketEvent[], asked: TicketCommand) =>
  given(...history)
    .when(asked)
    .events();
const foundOf = (history: readonly TicketEvent[], asked: TicketCommand) =>
  answer(history, asked).flatMap(({ type, data }) =>
    type === 'FindingRecorded' ? [`${data.person ?? ''} ${data.code}`] : [],
  );

test('[R10] whoever came is who is there, and not who is to come instead', () => {
  given(...moved)
    .when(inBatch(arrive(LI_WEI, '09:10')))
    .then(came);
  expect(stateAfter(...there)).toMatchObject({
    status: 'on-site',
    technician: WANG_FANG.id,
    present: [LI_WEI.id],
  });
});

test('[R10] what they do there after they were replaced is theirs, told at once or late', () => {
  const working = [...there, site.greeted(), past.workStarted('09:20')];
  const repair = { ...past.repaired({ cause: 'no-fault' }).data, photos: [] };
  const steps = [
    command('CompleteRepair', repair, '10:30'),
    command('LeaveCard', { visit }, '10:30'),
    command('LeaveSite', { visit }, '11:06'),
  ];
  for (const step of [...steps, ...steps.map((each) => inBatch(each))])
    expect(answer(working, step)[0]?.actor.id).toBe(LI_WEI.id);
  expect(foundOf(working, steps[2]!)).toContain(`${LI_WEI.id} card-not-left`);
});

test('[R10] when they have left, whoever is to come next comes, and until then the paper is not complete', () => {
  const gone = [...there, site.greeted(), past.left('11:06')];
  expect(stateAfter(...gone)).toMatchObject({ status: 'left', present: [] });
  const paper = command('CompleteVisit', { visit }, '11:30', { by: SUPERVISOR });
  given(...gone)
    .when(paper)
    .thenThrows(NotPossible, 'next-to-come');
  const depart = command('Depart', { visit }, '14:30', { by: WANG_FANG });
  const out = event('TechnicianDeparted', { visit, technician: WANG_FANG.id }, '14:30', WANG_FANG);
  expect(answer(gone, depart)[0]).toEqual(out);
  const arrived = event(
    'TechnicianArrived',
    { visit, technician: WANG_FANG.id },
    '15:05',
    WANG_FANG,
  );
  given(...gone, out)
    .when(arrive(WANG_FANG, '15:05'))
    .then(arrived);
  const leave = command('LeaveSite', { visit }, '16:00', { by: WANG_FANG });
  const back = stateAfter(...gone, out, arrived);
  expect(back).toMatchObject({ status: 'on-site', present: [WANG_FANG.id], cameAt: at('15:05') });
  expect(answer([...gone, out, arrived], leave)[0]).toEqual(
    event('TechnicianLeft', { visit }, '16:00', WANG_FANG),
  );
  expect(foundOf([...gone, out, arrived], leave)).toContain(`${WANG_FANG.id} card-not-left`);
});

test('[R10] whoever is to come next joins them while they are there', () => {
  expect(answer(there, arrive(WANG_FANG, '15:05'))[0]).toMatchObject({
    type: 'TechnicianArrived',
    data: { technician: WANG_FANG.id },
  });
});

test('[V7] the appointment of whoever is to come next stays in their diary until the visit is over', () => {
  const id = { commandId: '0190d3f0-0000-7000-8000-000000000001' };
  const asked = (event: TicketEvent, ...before: TicketEvent[]) =>
    diaryCommands([event], ticketAfter(...before), id).map(({ stream, commands }) => [
      stream,
      ...commands.map(({ type }) => type),
    ]);
  expect(asked(came, ...moved)).toEqual([['diary-li-wei-2026-03-02', 'BeginStay']]);
  expect(asked(past.left('11:06'), ...there)).toEqual([['diary-li-wei-2026-03-02', 'EndStay']]);
  const gone = [...there, past.left('11:06')];
  const freed = [['diary-wang-fang-2026-03-02', 'ReleaseVisit']];
  expect(asked(past.visitCompleted('11:10'), ...gone)).toEqual(freed);
  expect(asked(past.resolved('11:30'), ...gone)).toEqual(freed);
});

test('[V7] an arrival of after they were replaced is stored, told late, and judged as theirs', () => {
  const before = [...planned, ...readied, givenTo(span('09:00', '11:00'), '08:50')];
  given(...before)
    .when(inBatch(arrive(LI_WEI, '09:10')))
    .then(came);
  given(...before)
    .when(arrive(LI_WEI, '09:10'))
    .thenThrows(Forbidden, 'not-your-visit');
  const early = [...planned, ...readied, givenTo(LATER, '08:50')];
  expect(foundOf(early, inBatch(arrive(LI_WEI, '09:10')))).toEqual([`${LI_WEI.id} early-arrival`]);
});

test('[V4] [V6] of whoever came unheard it is found what they themselves had not done before', () => {
  const before = [...planned, past.prepared(), givenTo(span('09:00', '11:00'), '08:50')];
  expect(foundOf(before, inBatch(arrive(LI_WEI, '09:10')))).toEqual([
    `${LI_WEI.id} file-not-reviewed`,
    `${LI_WEI.id} fault-not-analysed`,
  ]);
});

test('[R10] leaving is taken also where the ticket was cancelled meanwhile, and what the customer signs there', () => {
  const cancelled = [
    ...planned,
    ...readied,
    past.cancelled('09:05'),
    past.arrived('09:10'),
    site.greeted(),
  ];
  expect(answer(cancelled, command('LeaveSite', { visit }, '12:05'))[0]).toMatchObject({
    type: 'TechnicianLeft',
    occurredAt: at('12:05'),
  });
  const refuse = command('RefuseSignature', { visit, reason: '不肯签' }, '12:00');
  expect(answer(cancelled, refuse)[0]?.type).toBe('SignatureRefused');
});
