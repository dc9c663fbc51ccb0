import { describe, expect, test } from '@jest/globals';
import { fold, NotPossible } from '@app/kernel';
import { LI_WEI, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { ask, event, given, registered, tool } from '../../testing/tools.js';
import { toolDecider } from './tool.decider.js';

/* Li Wei has had it since 14:00, until 18:00. That Wang Fang was to have it from 08:00 until 10:00 is told only now. */

const ofLiWei = { tool, employee: LI_WEI.id };
const ofWangFang = { tool, employee: WANG_FANG.id };
const followedAt = at('14:00');
const due = at('10:00');
const now = [
  registered,
  event('ToolCheckedOut', { ...ofLiWei, due: at('18:00') }, '14:00'),
  event('ToolAccepted', ofLiWei, '14:05', LI_WEI),
];
const lent = event('ToolCheckedOut', { ...ofWangFang, due, followedAt }, '08:00');
const had = event('ToolAccepted', { ...ofWangFang, followedAt }, '08:05', WANG_FANG);
const overdue = event(
  'FindingRecorded',
  { finding: 1, article: 'R12', code: 'tool-overdue', person: WANG_FANG.id },
  '10:00',
);
const takes = ask('AcceptTool', {}, '08:05', { by: WANG_FANG });
const back = (time: '09:00' | '10:00' | '12:00') => ask('ReturnTool', { condition: 'good' }, time);
const returned = (time: '09:00' | '10:00' | '12:00') =>
  event('ToolReturned', { ...ofWangFang, condition: 'good', followedAt }, time);
const withdrawn = (type: string, time: '09:00' | '10:00') =>
  event('FindingWithdrawn', {
    ...{ finding: 1, article: 'R12' },
    disprovedBy: { type, occurredAt: at(time) },
  });

describe('a loan that is told late, between others', () => {
  test('[R12] it was overdue where its time was over before the tool left the store again', () => {
    given(...now)
      .when(ask('CheckOutTool', { employee: WANG_FANG.id, due }, '08:00'))
      .then(lent);
    given(...now, lent)
      .when(takes)
      .then(had, overdue);
    const longer = event('ToolCheckedOut', { ...lent.data, due: at('16:00') }, '08:00');
    given(...now, longer)
      .when(takes)
      .then(had);
    const standing = event('ToolCheckedOut', { ...ofWangFang, followedAt }, '08:00');
    given(...now, standing)
      .when(takes)
      .then(had);
  });

  test.each(['09:00', '10:00'] as const)('[R12] told back at %s, it was not overdue', (time) => {
    given(...now, lent, had, overdue)
      .when(inBatch(back(time)))
      .then(returned(time), withdrawn('ToolReturned', time));
  });

  test('[R12] told back after its time it stays found, once, of whoever had it then', () => {
    given(...now, lent, had, overdue)
      .when(back('12:00'))
      .then(returned('12:00'));
    const { person: _, ...nobodys } = overdue.data;
    given(...now, lent)
      .when(back('12:00'))
      .then(returned('12:00'), event('FindingRecorded', nobodys, '10:00'));
    given(...now, lent)
      .when(back('09:00'))
      .then(returned('09:00'));
  });

  test('[R12] more time that is told of it counts, before its acceptance and after', () => {
    const until = (time: '11:00' | '16:00') => ask('ExtendToolLoan', { due: at(time) }, '09:00');
    const more = (time: '11:00' | '16:00') =>
      event('ToolLoanExtended', { ...ofWangFang, due: at(time), followedAt }, '09:00');
    given(...now, lent, more('16:00'))
      .when(takes)
      .then(had);
    given(...now, lent, more('11:00'))
      .when(takes)
      .then(had, event('FindingRecorded', overdue.data, '11:00'));
    const types = given(...now, lent, had, overdue)
      .when(inBatch(until('11:00')))
      .events();
    expect(types).toMatchObject([
      { type: 'ToolLoanExtended' },
      { type: 'FindingWithdrawn' },
      { type: 'FindingRecorded', occurredAt: at('11:00'), data: { person: WANG_FANG.id } },
    ]);
    given(...now, lent, had, overdue, ...types)
      .when(back('12:00'))
      .then(returned('12:00'));
  });

  test('[R12] whoever has it now is not overdue by that, and can be; what is found of them stands', () => {
    const past = [...now, lent, had, overdue];
    expect(fold(toolDecider, past)).not.toHaveProperty('loan.overdue');
    const timeIsOver = ask('FindToolOverdue', { due: at('18:00') }, '18:00');
    const theirs = { ...overdue.data, finding: 2, person: LI_WEI.id };
    const found = event('FindingRecorded', theirs, '18:00');
    given(...past)
      .when(timeIsOver)
      .then(found);
    given(...past, found)
      .when(inBatch(back('09:00')))
      .then(returned('09:00'), withdrawn('ToolReturned', '09:00'));
  });
});

describe('a return of before a tool was lost, that is told after it', () => {
  const out = event('ToolCheckedOut', { ...ofWangFang, due }, '08:00');
  const accepted = event('ToolAccepted', ofWangFang, '08:05', WANG_FANG);
  const circumstances = '盘点 ST-1 时不在';
  const lost = event('ToolReportedLost', { ...ofWangFang, circumstances }, '14:00');
  const tellsOf = { finding: 1, article: 'R11', code: 'tool-lost', person: WANG_FANG.id } as const;
  const found = event('FindingRecorded', { ...tellsOf, remark: circumstances }, '14:00');
  const past = [registered, out, accepted, lost, found];

  test('[R11] it was lost out of the store, and not by whoever had had it', () => {
    const events = given(...past)
      .when(inBatch(back('09:00')))
      .events();
    expect(events).toMatchObject([
      { type: 'ToolReturned', data: { employee: WANG_FANG.id, followedAt } },
      { type: 'FindingWithdrawn', data: { finding: 1, article: 'R11' } },
    ]);
    expect(fold(toolDecider, [...past, ...events])).toMatchObject({
      status: 'lost',
      findings: [{ status: 'withdrawn' }],
    });
    given(...past, ...events)
      .when(ask('RecordToolFound', { where: '货架后', condition: 'good' }, '15:00'))
      .then(event('ToolFound', { tool, where: '货架后', condition: 'good' }, '15:00'));
  });

  test('[R11] told of a time after it, the tool is not out', () => {
    given(...past)
      .when({ ...back('12:00'), occurredAt: at('14:30') })
      .thenThrows(NotPossible, 'tool-not-out');
    given(registered, event('ToolReportedLost', { tool, circumstances }, '14:00'))
      .when(back('09:00'))
      .thenThrows(NotPossible, 'tool-not-out');
  });
});
