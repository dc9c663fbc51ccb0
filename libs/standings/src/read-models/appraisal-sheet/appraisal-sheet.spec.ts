import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { FindingEvent } from '@app/findings';
import type { DomainEvent } from '@app/kernel';
import { LI_WEI, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { rowsIn } from '@app/projections/src/testing/given-events.js';
import type { TicketEvent } from '@app/tickets';
import { standingEvents, type StandingEvent } from '../../contract.js';
import type { FiguresEvent } from '../../domain/figures/figures.events.js';
import { sheetInWords } from '../../account/sheet-in-words.js';
import { act, laterOf, openedCase } from '../../testing/cases.js';
import { appraisalEntries, appraisalSheet } from './appraisal-sheet.projection.js';
import { sheetOf } from './sheet.js';

const MARCH = '2026-03';
const ticket = eventOf<TicketEvent>(LI_WEI);
const finding = eventOf<FindingEvent>(SUPERVISOR);
const figure = eventOf<FiguresEvent>(SUPERVISOR);
const standingEvent = eventOf<StandingEvent>(SUPERVISOR);

type Stream = readonly [stream: string, ...events: readonly DomainEvent[]];

/** What the sheet of somebody's month comes to by the events of some streams, one stream after the other. */
function sheet(of: { employee: string; month?: string }, ...streams: readonly Stream[]) {
  let position = 0n;
  const log = streams.flatMap(([stream, ...events]) => {
    const all = recorded(stream, events, position);
    position += BigInt(events.length);
    return all;
  });
  const rows = [...rowsIn(appraisalSheet, appraisalEntries, log as never).values()];
  return sheetOf({ month: MARCH, ...of }, rows);
}
const ofLiWei = (...events: readonly DomainEvent[]) =>
  sheet({ employee: 'li-wei' }, ['ticket-T-1', ...events]);

test('[R13] [D8] points are those of the acts whose facts lie in the month, until one is revoked', () => {
  const april = '2026-04-01T01:00:00.000Z';
  const events = [
    ...act(1, 'D26.disobeys'),
    ...act(2, 'D9.adopted'),
    ...act(3, 'D26.talks-back', april),
  ];
  const of = (month: string, ...more: DomainEvent[]) =>
    sheet({ employee: 'he-ying', month }, ['standing-he-ying:2026', ...events, ...more]);
  expect(of(MARCH).points).toBe(-6);
  expect(of('2026-04').points).toBe(-3);
  expect(of(MARCH).entries).toMatchObject([
    { kind: 'points', article: 'D26', what: 'disobeys', amount: '-9', version: 3 },
    { kind: 'points', article: 'D9', amount: '3', stream: 'standing-he-ying:2026', version: 6 },
  ]);
  const later = laterOf(openedCase(1, 'D26.disobeys'));
  const reduced = later('ActReduced', {
    case: 1,
    measures: ['demerit'],
    points: -3,
    reason: '…',
  });
  expect(of(MARCH, reduced).points).toBe(0);
  const revoked = later('ActRevoked', { case: 1, reason: '申诉成立' });
  expect(of(MARCH, revoked).points).toBe(3);
  expect(of(MARCH, revoked).takenOff).toMatchObject([
    { entry: { amount: '-9', type: 'ActDecided' }, by: { type: 'ActRevoked', version: 10 } },
  ]);
});

test('[R13] hours stand against the quota of the month as it was set last, leave beside them', () => {
  const of = { employee: 'li-wei', year: '2026' };
  const set = (amount: string) =>
    figure('TargetsSet', {
      ...of,
      of: 'quota',
      months: [
        { month: '2026-02', amount: '99.00' },
        { month: MARCH, amount },
      ],
    });
  const source = { stream: 'ticket-T-1', entry: '1' };
  const counted = (amount: string) =>
    figure('ResultCounted', { ...of, of: 'hours', month: MARCH, amount, source });
  const days = { leave: 1, from: '2026-02-27', until: '2026-03-02', reason: '病假' };
  const all = [
    set('100.00'),
    counted('80.00'),
    set('90.00'),
    counted('-20.01'),
    figure('LeaveRecorded', { ...of, ...days }),
  ];
  const figures = (...events: FiguresEvent[]) =>
    sheet({ employee: 'li-wei' }, ['figures-li-wei:2026', ...events]);
  expect(figures(...all)).toMatchObject({
    hours: '59.99',
    quota: '90.00',
    quotaPercent: '66.66',
    basicHours: null,
    sales: '0.00',
    leaveDays: 2,
  });
  expect(figures(...all, figure('LeaveWithdrawn', { ...of, ...days })).leaveDays).toBe(0);
  expect(figures(set('0.00'), counted('1.00')).quotaPercent).toBeNull();
});

const scheduled = (visit: number, technician: string) =>
  ticket('VisitScheduled', {
    visit,
    technician,
    window: { from: at('10:00'), until: at('11:00') },
    atCustomersWish: false,
  });
const arrived = (visit: number) => ticket('TechnicianArrived', { visit }, '10:00');
const absent = (visit: number) =>
  ticket('CustomerAbsent', { visit, waitedMinutes: 20, called: '未接', noteLeft: true });
const repaired = (visit: number, restored = true, time = at('10:30')) =>
  ticket(
    'RepairCompleted',
    { visit, cause: 'company-product', testResult: '…', restored, photos: [] },
    time,
  );
const reading = { due: at('11:00'), warnAt: at('10:30'), paused: 0, pauses: [] };
const response = { clock: 'response', round: 1, ...reading } as const;
const met = (type: string, time = '10:00') =>
  ticket('SlaMet', { ...response, by: { type, occurredAt: at(time) } }, time);
const breached = ticket('SlaBreached', response, '11:00');

test('[R13] [B2] a time that was kept or not counts for whoever was sent, or whose advice settled it', () => {
  const kept = { clocks: { count: 1, of: 1 } };
  const none = { clocks: { count: 0, of: 0 } };
  expect(ofLiWei(scheduled(1, 'li-wei'), arrived(1), met('TechnicianArrived'))).toMatchObject(kept);
  expect(ofLiWei(scheduled(1, 'wang-fang'), arrived(1), met('TechnicianArrived'))).toMatchObject(
    none,
  );
  expect(ofLiWei(scheduled(1, 'wang-fang'), met('AdviceGiven'))).toMatchObject(kept);
  expect(ofLiWei(scheduled(1, 'li-wei'), breached)).toMatchObject({ clocks: { count: 0, of: 1 } });
  expect(ofLiWei(breached)).toMatchObject(none);
});

test('[R13] [B2] a verdict that is corrected takes the place of the one before, in whichever month that is', () => {
  const arrivedAt = '2026-02-28T15:59:59.000Z';
  const corrected = ticket('SlaCorrected', {
    ...response,
    corrects: { type: 'SlaBreached', occurredAt: at('11:00') },
    verdict: 'met',
    by: { type: 'TechnicianArrived', occurredAt: arrivedAt },
    shownBy: { type: 'TechnicianArrived', occurredAt: arrivedAt },
  });
  const events = [scheduled(1, 'li-wei'), breached, arrived(1), corrected];
  expect(ofLiWei(...events)).toMatchObject({
    clocks: { count: 0, of: 0 },
    takenOff: [{ entry: { type: 'SlaBreached' }, by: { type: 'SlaCorrected' } }],
  });
  const february = sheet({ employee: 'li-wei', month: '2026-02' }, ['ticket-T-1', ...events]);
  expect(february).toMatchObject({ clocks: { count: 1, of: 1 }, takenOff: [] });
});

test('[R13] the first visit brought the repair, unless a later one had to, or the ticket was reopened', () => {
  const first = [scheduled(1, 'li-wei'), arrived(1)];
  const fixed = (...events: DomainEvent[]) => ofLiWei(...events).firstVisits;
  const again = [scheduled(2, 'wang-fang'), arrived(2)];
  const yes = { count: 1, of: 1 };
  const no = { count: 0, of: 1 };
  expect(fixed(...first)).toEqual({ count: 0, of: 0 });
  expect(fixed(...first, repaired(1))).toEqual(yes);
  expect(fixed(...first, repaired(1, false))).toEqual(no);
  expect(fixed(...first, repaired(1, false), repaired(1))).toEqual(yes);
  expect(fixed(...first, repaired(1), ...again, repaired(2))).toEqual(no);
  expect(fixed(...first, ...again, repaired(2))).toEqual(no);
  expect(fixed(...first, repaired(1), ticket('TicketReopened', { reason: '又坏了' }))).toEqual(no);
  // Before a locked door nobody could have repaired it.
  const locked = [scheduled(1, 'wang-fang'), arrived(1), absent(1)];
  expect(fixed(...locked, scheduled(2, 'li-wei'), arrived(2), repaired(2))).toEqual(yes);
});

test('[R13] a ticket counts in the month in which it was first repaired', () => {
  const april = at('10:30', 40);
  const events = [
    scheduled(1, 'li-wei'),
    arrived(1),
    repaired(1),
    scheduled(2, 'li-wei'),
    arrived(2),
    repaired(2, true, april),
  ];
  expect(ofLiWei(...events).firstVisits).toEqual({ count: 0, of: 1 });
  const later = sheet({ employee: 'li-wei', month: '2026-04' }, ['ticket-T-1', ...events]);
  expect(later.firstVisits).toEqual({ count: 0, of: 0 });
});

test('[R13] [R6] [V22] what customers answered and gave counts for whoever was with them', () => {
  const visit = [scheduled(1, 'li-wei'), arrived(1)];
  const asked = (satisfied: boolean) =>
    ticket('FollowUpMade', { channel: 'phone', sampled: true, satisfied, answer: '…' });
  const signed = (of: number, satisfaction: 1 | 2 | 3 | 4 | 5) =>
    ticket('ServiceRecordSigned', { visit: of, signature: {} as never, satisfaction, record: '…' });
  expect(ofLiWei(...visit, asked(true), asked(false)).content).toEqual({ count: 1, of: 2 });
  expect(ofLiWei(asked(true)).content).toEqual({ count: 0, of: 0 });
  const second = [scheduled(2, 'li-wei'), arrived(2)];
  const both = [...visit, signed(1, 2), signed(1, 4), ...second, signed(2, 5)];
  expect(ofLiWei(...both).rating).toBe('4.50');
  expect(ofLiWei(...visit).rating).toBeNull();
});

const found = (person?: string, number = 1) =>
  finding('FindingRecorded', {
    finding: number,
    article: 'V21',
    code: 'site-not-cleaned',
    ...(person && { person }),
  });
const upheld = finding('FindingUpheld', { finding: 1, article: 'V21' }, at('09:00', 40));
const disprovedBy = { type: 'SiteCleaned', occurredAt: at('09:00') };

test('[R13] a finding goes to the sheet of its month once it is upheld, with its article and event', () => {
  expect(ofLiWei(found('li-wei')).findings).toBe(0);
  expect(ofLiWei(found(), upheld).findings).toBe(0);
  const excused = finding('FindingExcused', { finding: 1, article: 'V21', reason: '…' });
  expect(ofLiWei(found('li-wei'), excused)).toMatchObject({ findings: 0, takenOff: [] });
  expect(ofLiWei(found('li-wei'), upheld)).toMatchObject({
    findings: 1,
    entries: [
      {
        article: 'V21',
        what: 'site-not-cleaned',
        happenedAt: at('09:00'),
        stream: 'ticket-T-1',
        version: 2,
      },
    ],
  });
  const elsewhere = sheet({ employee: 'li-wei' }, ['tool-DM-1', found('li-wei'), upheld]);
  expect(elsewhere.entries).toMatchObject([{ kind: 'finding', stream: 'tool-DM-1' }]);
});

test('[R13] withdrawn, excused or to be reviewed once more it leaves the sheet, which keeps what stood', () => {
  const gone = [
    finding('FindingWithdrawn', { finding: 1, article: 'V21', disprovedBy }),
    finding('VerdictReopened', { finding: 1, article: 'V21', reason: '…' }),
  ];
  for (const event of gone) {
    const after = ofLiWei(found('li-wei'), upheld, event);
    expect(after).toMatchObject({
      findings: 0,
      takenOff: [{ entry: { version: 2 }, by: { type: event.type, version: 3 } }],
    });
    expect(ofLiWei(found('li-wei'), upheld, event, upheld)).toMatchObject({
      findings: 1,
      takenOff: [],
    });
  }
});

test('[R13] users who are no employees have no sheet', () => {
  const operator = ofLiWei(found('user:operator'), upheld);
  expect(operator.entries).toEqual([]);
  expect(
    sheet({ employee: 'user:operator' }, ['ticket-T-1', found('user:operator'), upheld]).entries,
  ).toEqual([]);
});

test('[R13] a sheet is told in both languages, findings with their articles', () => {
  const told = ofLiWei(
    scheduled(1, 'li-wei'),
    arrived(1),
    met('TechnicianArrived'),
    repaired(1),
    found('li-wei'),
    upheld,
    found('li-wei', 2),
    finding('FindingUpheld', { finding: 2, article: 'V21' }),
    finding('FindingWithdrawn', { finding: 2, article: 'V21', disprovedBy }),
  );
  const says = sheetInWords(told);
  expect(says.map(({ zh }) => zh)).toEqual([
    '当月考核 0 分（D8）。',
    '工时 0.00 小时。',
    '响应与排除时限 1 项，做到 1 项（B2）。',
    '修复工单 1 张，首次上门修复 1 张。',
    '回访 0 次，满意 0 次（R6）。',
    '认定的偏差 1 项：[V21]带走垃圾（ticket-T-1）。',
    '曾认定、现已不计的偏差 1 项：[V21]带走垃圾（ticket-T-1）。',
  ]);
  expect(says.at(-2)?.en).toBe('Findings upheld: 1, [V21] Taking the rubbish along (ticket-T-1).');
});

test('[R13] what was taken over from paper for a month stands beside what was found', () => {
  const of = { employee: 'he-ying', year: '2026' };
  const paper = { ...of, source: '2026 年台账', dated: '2026-02-28' };
  const march = { of: 'sales' as const, period: MARCH, target: '50000.00', result: '48000.00' };
  const year = { of: 'sales' as const, period: '2026', target: '600000.00', result: '0.00' };
  const entered = figure('OpeningFiguresEntered', { ...paper, entry: 1, figures: [march, year] });
  const approved = figure('OpeningFiguresApproved', { ...of, entry: 1 });
  const counted = figure('ResultCounted', {
    ...of,
    of: 'sales',
    month: MARCH,
    amount: '120.00',
    source: { stream: 'stock-main:CAP-35', entry: 'S-1' },
  });
  const read = (...events: DomainEvent[]) =>
    sheet({ employee: 'he-ying' }, ['figures-he-ying:2026', ...events]);
  expect(read(entered).entries).toEqual([]);
  const both = read(entered, approved, counted);
  expect(both.entries).toMatchObject([
    { kind: 'paper-target', what: 'sales', amount: '50000.00', type: 'OpeningFiguresApproved' },
    { kind: 'paper-result', what: 'sales', amount: '48000.00' },
    { kind: 'result', amount: '120.00' },
  ]);
  expect(both).toMatchObject({ sales: '120.00', salesTarget: null });
  expect(sheetInWords(both).at(-1)).toEqual({
    zh: '纸面移交：销售额指标 50000.00、销售额结果 48000.00。',
    en: 'Taken over from paper: sales asked 50000.00, sales result 48000.00.',
  });
  const other = figure('OpeningFiguresEntered', {
    ...paper,
    entry: 2,
    corrects: 1,
    figures: [{ ...march, period: '2026-01' }],
  });
  const instead = figure('OpeningFiguresApproved', { ...of, entry: 2, corrects: 1 });
  const corrected = read(entered, approved, other, instead);
  expect(corrected.entries).toEqual([]);
  expect(corrected.takenOff).toMatchObject([
    { entry: { amount: '50000.00' }, by: { type: 'OpeningFiguresApproved', version: 4 } },
    { entry: { amount: '48000.00' } },
  ]);
});

test('[R13] [D8] an act from paper counts in the month of its facts, until its entry is corrected', () => {
  const { sample } = standingEvents.ActTakenOver;
  const happenedAt = at('09:00');
  const taken = standingEvent('ActTakenOver', {
    ...sample,
    case: 1,
    employee: 'he-ying',
    happenedAt,
  });
  const back = standingEvent('ActTakenBack', { case: 1, entry: 2 });
  const read = (...events: DomainEvent[]) =>
    sheet({ employee: 'he-ying' }, ['standing-he-ying:2026', ...events]);
  expect(read(taken)).toMatchObject({
    points: -3,
    entries: [{ kind: 'points', article: 'D28', amount: '-3', type: 'ActTakenOver' }],
  });
  expect(read(taken, back)).toMatchObject({
    points: 0,
    takenOff: [{ by: { type: 'ActTakenBack' } }],
  });
});
