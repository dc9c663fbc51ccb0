import { expect, test } from '@jest/globals';
import { complaintEventTypes, type StoryEvent } from '@app/complaints';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { HOTLINE, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { rowsIn } from '@app/projections/src/testing/given-events.js';
import { sheetInWords } from '../../account/sheet-in-words.js';
import { appraisalEntries, appraisalSheet } from './appraisal-sheet.projection.js';
import { sheetOf } from './sheet.js';

const of = { complaint: 'TS-1', round: 1, point: 1 };
const received = eventOf<StoryEvent>(HOTLINE)(
  'ComplaintReceived',
  { complaint: 'TS-1', channel: 'phone', anonymous: false },
  at('09:00'),
);
const inApril = '2026-04-03T02:00:00.000Z';
const event = eventOf<StoryEvent>(SUPERVISOR);
const words = { about: 'conduct', reason: '本人承认出言不逊' } as const;
const upheld = (employee: string, more: object = {}) =>
  event('ComplaintUpheld', { ...of, ...words, employee, ...more }, inApril);
const referred = (employee: string) => event('ComplaintReferred', { ...of, employee }, inApril);
const rejected = event('ComplaintRejected', { ...of, ...words, round: 2, employee: 'li-wei' });

function sheet(employee: string, month: string, ...events: readonly StoryEvent[]) {
  const log = recorded('complaint-TS-1', [received, ...events]);
  const rows = [...rowsIn(appraisalSheet, appraisalEntries, log as never).values()];
  return sheetOf({ employee, month }, rows);
}
const ofMarch = (...events: readonly StoryEvent[]) => sheet('li-wei', '2026-03', ...events);

test('[R13] [R9] what is upheld and fits no clause stands on the sheet of the month in which it was complained of', () => {
  const told = ofMarch(upheld('li-wei'), referred('li-wei'));
  expect(told).toMatchObject({
    complaints: 1,
    findings: 0,
    points: 0,
    entries: [{ kind: 'complaint', what: 'conduct', article: 'R9', happenedAt: at('09:00') }],
    takenOff: [],
  });
  expect(told.entries).toMatchObject([{ stream: 'complaint-TS-1', version: 3 }]);
  expect(sheet('li-wei', '2026-04', upheld('li-wei'), referred('li-wei')).complaints).toBe(0);
});

test('[R13] what a clause fits is a case, and what is rejected at once or blames nobody is nothing', () => {
  const { conduct } = complaintEventTypes.ComplaintUpheld.sample;
  expect(ofMarch(upheld('li-wei', { conduct })).entries).toEqual([]);
  expect(ofMarch(event('ComplaintUpheld', { ...of, ...words })).entries).toEqual([]);
  expect(ofMarch(rejected)).toMatchObject({ entries: [], takenOff: [] });
});

test('[R13] rejected after a reopening it is taken off, and stands anew when it is upheld once more', () => {
  const before = [upheld('li-wei'), referred('li-wei'), rejected];
  expect(ofMarch(...before)).toMatchObject({
    complaints: 0,
    takenOff: [
      { entry: { type: 'ComplaintReferred', version: 3 }, by: { type: 'ComplaintRejected' } },
    ],
  });
  const anew = ofMarch(...before, upheld('li-wei'), referred('li-wei'));
  expect(anew).toMatchObject({ complaints: 1, takenOff: [] });
});

test('[R13] upheld under a clause, or against somebody else, it leaves the first one’s sheet', () => {
  const { conduct } = complaintEventTypes.ComplaintUpheld.sample;
  const first = [upheld('li-wei'), referred('li-wei')];
  const underAClause = ofMarch(...first, upheld('li-wei', { conduct }));
  expect(underAClause).toMatchObject({
    complaints: 0,
    takenOff: [{ by: { type: 'ComplaintUpheld', version: 4 } }],
  });
  const other = [...first, upheld('he-ying'), referred('he-ying')];
  expect(ofMarch(...other)).toMatchObject({
    complaints: 0,
    takenOff: [{ by: { version: 5 } }],
  });
  expect(sheet('he-ying', '2026-03', ...other).complaints).toBe(1);
});

test('[R13] [R9] the sheet names the complaint and says nothing of what is in it: who is complained of reads the sheet alone', () => {
  const on = ofMarch(upheld('li-wei'), referred('li-wei'));
  expect(sheetInWords(on)).toContainEqual({
    zh: '投诉属实、无条款可适用而转公司《员工奖惩制度》1 项（R9）：TS-1。',
    en: 'Points of complaints that were upheld and left to the general staff rules: 1, TS-1 (R9).',
  });
  const off = ofMarch(upheld('li-wei'), referred('li-wei'), rejected);
  expect(sheetInWords(off)).toContainEqual({
    zh: '曾认定属实、现已不计的投诉 1 项：TS-1。',
    en: 'Points of complaints that were upheld and count no more: 1, TS-1.',
  });
  expect(JSON.stringify([on, off, sheetInWords(on)])).not.toContain(words.reason);
});
