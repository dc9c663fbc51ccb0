import { describe, expect, test } from '@jest/globals';
import { fold, Forbidden, Invalid, NotPossible, plusMinutes, type Actor } from '@app/kernel';
import { LI_WEI, STOREKEEPER, SUPERVISOR, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import {
  accepted,
  ask,
  due,
  event,
  given,
  inHand,
  offered,
  onItsWay,
  overdue,
  registered,
  returnedAt,
  tool,
} from '../../testing/tools.js';
import { toolDecider } from './tool.decider.js';
import type { ToolEvent } from './tool.events.js';
import { holderAt } from './tool.state.js';

const ofLiWei = { tool, employee: LI_WEI.id };
const giveBack = (time: '11:00' | '08:04' | '12:30' = '11:00') =>
  ask('ReturnTool', { condition: 'good' }, time);
const timeIsOver = ask('FindToolOverdue', { due }, '12:00');
const leaves = ask('AskForTool', { employee: LI_WEI.id }, '10:00');
const kept = event(
  'FindingRecorded',
  { finding: 1, article: 'R12', code: 'tool-kept-on-leaving', person: LI_WEI.id },
  '10:00',
);

test('[R12] a tool comes back with its condition, also one that never reached its receiver', () => {
  given(...inHand)
    .when(giveBack())
    .then(returnedAt('11:00'));
  given(registered, onItsWay).when(giveBack()).then(returnedAt('11:00'));
  const damaged = { condition: 'damaged', remark: '表盘裂纹' } as const;
  const back = event('ToolReturned', { ...ofLiWei, ...damaged }, '11:00');
  given(...inHand)
    .when(ask('ReturnTool', damaged, '11:00'))
    .then(back);
  expect(fold(toolDecider, [...inHand, back])).toMatchObject({ condition: 'damaged' });
});

test('[R12] what is in the store is not given back, nor before it was handed out', () => {
  given(registered).when(giveBack()).thenThrows(NotPossible, 'tool-not-out');
  given(...inHand, returnedAt('11:00'))
    .when(giveBack())
    .thenThrows(NotPossible, 'tool-not-out');
  given(...inHand)
    .when(giveBack('08:04'))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('[R12] what is not back in time is found, of whoever has it, once', () => {
  given(...inHand)
    .when(timeIsOver)
    .then(overdue);
  given(...inHand, overdue)
    .when(timeIsOver)
    .thenNothing();
  const { person: _, ...nobody } = overdue.data;
  given(registered, onItsWay).when(timeIsOver).then(event('FindingRecorded', nobody));
});

test('[R12] what came back, or may be kept longer, is not overdue', () => {
  const later = event('ToolLoanExtended', { ...ofLiWei, due: at('15:00') }, '11:00');
  given(...inHand, returnedAt('11:00'))
    .when(timeIsOver)
    .thenNothing();
  given(...inHand, later)
    .when(timeIsOver)
    .thenNothing();
  const again = ask('FindToolOverdue', { due: at('15:00') }, '15:00');
  given(...inHand, overdue, later)
    .when(again)
    .then(event('FindingRecorded', { ...overdue.data, finding: 2 }));
});

test('[R12] the store extends a loan to a later time', () => {
  const until = (time: string) => ask('ExtendToolLoan', { due: time }, '11:00');
  const later = event('ToolLoanExtended', { ...ofLiWei, due: at('15:00') }, '11:00');
  given(...inHand)
    .when(until(at('15:00')))
    .then(later);
  given(...inHand)
    .when(until(due))
    .thenThrows(Invalid, 'due-too-early');
  const standing = event('ToolCheckedOut', ofLiWei, '08:00');
  given(registered, standing)
    .when(until(at('11:00')))
    .thenThrows(Invalid, 'due-too-early');
  given(registered)
    .when(until(at('15:00')))
    .thenThrows(NotPossible, 'tool-not-out');
});

test('[R12] what came back in time, and is told only afterwards, was not overdue', () => {
  const withdrawn = event('FindingWithdrawn', {
    finding: 1,
    article: 'R12',
    disprovedBy: { type: 'ToolReturned', occurredAt: at('11:00') },
  });
  given(...inHand, overdue)
    .when(inBatch(giveBack()))
    .then(returnedAt('11:00'), withdrawn);
  given(...inHand, overdue)
    .when(giveBack('12:30'))
    .then(returnedAt('12:30'));
});

describe('more time that was given before it was due, and is told only afterwards', () => {
  const until = (time: string) => ask('ExtendToolLoan', { due: time }, '11:00');
  const extended = (time: string, more = {}) =>
    event('ToolLoanExtended', { ...ofLiWei, due: time, ...more }, '11:00');
  const withdrawn = event('FindingWithdrawn', {
    finding: 1,
    article: 'R12',
    disprovedBy: { type: 'ToolLoanExtended', occurredAt: at('11:00') },
  });
  const moved = { tool, employee: WANG_FANG.id, from: LI_WEI.id };

  test('[R12] it was not overdue then; at the new time it is looked for again', () => {
    given(...inHand, overdue)
      .when(inBatch(until(at('15:00'))))
      .then(extended(at('15:00')), withdrawn);
    given(...inHand, overdue)
      .when({ ...until(at('15:00')), occurredAt: at('12:30') })
      .then(event('ToolLoanExtended', { ...ofLiWei, due: at('15:00') }));
    given(...inHand, event('ToolTransferred', moved, '11:30'), overdue)
      .when(inBatch(until(at('15:00'))))
      .then(extended(at('15:00'), { employee: WANG_FANG.id }), withdrawn);
  });

  test('[R12] it has come back since: it was overdue from the new time on, or not at all', () => {
    const followedAt = at('14:00');
    const past = [...inHand, overdue, returnedAt('14:00')];
    given(...past)
      .when(inBatch(until(at('15:00'))))
      .then(extended(at('15:00'), { followedAt }), withdrawn);
    const events = given(...past)
      .when(inBatch(until(at('13:00'))))
      .events();
    expect(events).toMatchObject([
      { type: 'ToolLoanExtended' },
      { type: 'FindingWithdrawn' },
      { type: 'FindingRecorded', occurredAt: at('13:00'), data: { person: LI_WEI.id } },
    ]);
    const now = fold(toolDecider, [...past, ...events]);
    expect(now).not.toHaveProperty('loan');
    expect(holderAt(now, at('11:30'))).toBe(LI_WEI.id);
    given(...past)
      .when(inBatch(until(at('11:30'))))
      .then(extended(at('11:30'), { followedAt }));
    given(registered, onItsWay, returnedAt('14:00'))
      .when({ ...until(at('15:00')), occurredAt: at('07:30') })
      .thenThrows(NotPossible, 'tool-not-out');
  });
});

test('[R12] whoever leaves is asked for what they have, once', () => {
  const asked = event('ToolAskedBack', ofLiWei, '10:00');
  given(...inHand)
    .when(leaves)
    .then(asked, kept);
  given(...inHand, asked, kept)
    .when(leaves)
    .thenNothing();
  given(registered, onItsWay).when(leaves).then(asked);
  given(registered).when(leaves).thenNothing();
  given(...inHand, returnedAt('09:30'))
    .when(leaves)
    .thenNothing();
  given(...inHand, event('ToolTransferred', { tool, employee: 'wang-fang', from: 'li-wei' }))
    .when(leaves)
    .thenNothing();
});

test('[R12] it is found as of when they left, or it came to them after that', () => {
  const told = (leftAt: string) =>
    given(...inHand)
      .when({ ...leaves, data: { ...leaves.data, leftAt } })
      .events()[1];
  expect(told(at('09:15'))).toMatchObject({ type: 'FindingRecorded', occurredAt: at('09:15') });
  expect(told(at('07:00'))).toMatchObject({ occurredAt: at('08:05') });
});

test('[R12] what left their hands after that day, before the leaving was entered, was kept, and is found once', () => {
  const entered = plusMinutes(at('10:00'), 48 * 60);
  const asks = { ...leaves, data: { ...leaves.data, leftAt: at('10:00') }, occurredAt: entered };
  const nextDay = plusMinutes(at('23:59'), 1);
  const back = { ...returnedAt('11:00'), occurredAt: nextDay };
  given(...inHand, back)
    .when(asks)
    .then(kept);
  given(...inHand, { ...back, occurredAt: at('23:59') })
    .when(asks)
    .thenNothing();
  given(...inHand, back, kept)
    .when(asks)
    .thenNothing();
  const on = { tool, employee: WANG_FANG.id, from: LI_WEI.id };
  given(...inHand, { ...event('ToolTransferred', on), occurredAt: nextDay })
    .when(asks)
    .then(kept);
  given(registered, onItsWay, back).when(asks).thenNothing();
  const came = { ...asks, data: { ...asks.data, leftAt: at('07:30') } };
  expect(
    given(...inHand, back)
      .when(came)
      .events(),
  ).toMatchObject([{ occurredAt: at('08:05') }]);
});

test('[R12] what was handed back, or on, by the end of the last day of work was not kept', () => {
  const asked = event('ToolAskedBack', ofLiWei, '10:00');
  const past = [...inHand, asked, kept];
  const types = (
    command: Parameters<ReturnType<typeof given>['when']>[0],
    more: ToolEvent[] = [],
  ) =>
    given(...past, ...more)
      .when(command)
      .events()
      .map(({ type }) => type);
  const back = (time: string) => ({ ...giveBack(), occurredAt: time });
  expect(types(back(at('23:59')))).toEqual(['ToolReturned', 'FindingWithdrawn']);
  expect(types(back(plusMinutes(at('23:59'), 1)))).toEqual(['ToolReturned']);
  const take = ask('AcceptTool', {}, '09:30', { by: WANG_FANG });
  expect(types(inBatch(take), [offered])).toEqual(['ToolTransferred', 'FindingWithdrawn']);
});

test('[R12] what was declined before it was due, and is told only afterwards, was not overdue', () => {
  const decline = ask('DeclineTool', { reason: 'x' }, '11:00', { by: LI_WEI });
  const { person: _, ...nobodys } = overdue.data;
  const past = [registered, onItsWay, event('FindingRecorded', nobodys, '12:00')];
  const types = given(...past)
    .when(inBatch(decline))
    .events()
    .map(({ type }) => type);
  expect(types).toEqual(['ToolDeclined', 'FindingWithdrawn']);
});

test('[R12] what was handed back before leaving, and is told later, was not kept', () => {
  const asked = event('ToolAskedBack', ofLiWei, '10:00');
  const back = { ...giveBack(), occurredAt: at('09:55') };
  given(...inHand, asked, kept)
    .when(inBatch(back))
    .then(
      returnedAt('09:00'),
      event('FindingWithdrawn', {
        finding: 1,
        article: 'R12',
        disprovedBy: { type: 'ToolReturned', occurredAt: at('09:55') },
      }),
    );
});

test('[R11] a tool is told lost by whoever has it or by the stores, and by nobody else', () => {
  const lose = (by: Actor) => ask('ReportToolLost', { circumstances: '听说丢了' }, '10:00', { by });
  given(...inHand)
    .when(lose(WANG_FANG))
    .thenThrows(Forbidden, 'not-the-holder');
  given(registered).when(lose(LI_WEI)).thenThrows(Forbidden, 'not-the-holder');
  for (const [past, actor] of [
    [inHand, LI_WEI],
    [[registered], STOREKEEPER],
    [[registered], SUPERVISOR],
  ] as const)
    expect(
      given(...past)
        .when(lose(actor))
        .events()[0],
    ).toMatchObject({ type: 'ToolReportedLost' });
});

test('[R11] whoever has a tool that is lost answers for it, and it is in nobody’s hands any more', () => {
  const lose = ask('ReportToolLost', { circumstances: '遗落在工地' }, '10:00');
  const lost = event('ToolReportedLost', { ...ofLiWei, circumstances: '遗落在工地' }, '10:00');
  given(...inHand)
    .when(lose)
    .then(
      lost,
      event('FindingRecorded', {
        finding: 1,
        article: 'R11',
        code: 'tool-lost',
        person: LI_WEI.id,
        remark: '遗落在工地',
      }),
    );
  expect(holderAt(fold(toolDecider, [...inHand, lost]), at('10:00'))).toBeUndefined();
  const { employee: _, ...unheld } = lost.data;
  given(registered).when(lose).then(event('ToolReportedLost', unheld));
  given(...inHand, lost)
    .when(lose)
    .thenRefusedUnder('R11', 'tool-is-lost');
});

test('[R11] what was lost and is found is in the store, and can be handed out', () => {
  const lost = event('ToolReportedLost', { ...ofLiWei, circumstances: '遗落' }, '10:00');
  const data = { where: '三号楼配电间', condition: 'good' } as const;
  const find = ask('RecordToolFound', data, '11:00');
  const back = event('ToolFound', { tool, ...data }, '11:00');
  given(...inHand, lost)
    .when(find)
    .then(back);
  given(registered).when(find).thenThrows(NotPossible, 'tool-not-lost');
  given(...inHand, lost, back)
    .when(ask('CheckOutTool', { employee: 'wang-fang' }, '11:30'))
    .then(event('ToolCheckedOut', { tool, employee: 'wang-fang' }));
});

test('[R11] a tool is retired out of the store, or when it is lost, and once', () => {
  const retire = ask('RetireTool', { reason: '老化' }, '11:00');
  const retired = event('ToolRetired', { tool, reason: '老化' }, '11:00');
  given(registered).when(retire).then(retired);
  given(registered, event('ToolReportedLost', { tool, circumstances: '?' }))
    .when(retire)
    .then(retired);
  given(registered, onItsWay, accepted).when(retire).thenRefusedUnder('R12', 'tool-in-other-hands');
  given(registered, retired).when(retire).thenRefusedUnder('R11', 'tool-is-retired');
});

describe('a stocktake', () => {
  const adjust = (what: 'missing' | 'found', countedAt = at('10:00')) =>
    ask('AdjustTool', { stocktake: 'ST-1', what, countedAt }, '18:00', { by: SUPERVISOR });
  const circumstances = '盘点 ST-1 时不在';

  test('[R16] a tool that was not there is lost, and found against whoever had it', () => {
    given(registered)
      .when(adjust('missing'))
      .then(event('ToolReportedLost', { tool, circumstances }, '18:00'));
    const found = { finding: 1, article: 'R11', code: 'tool-lost', person: LI_WEI.id } as const;
    given(...inHand)
      .when(adjust('missing'))
      .then(
        event('ToolReportedLost', { tool, employee: LI_WEI.id, circumstances }, '18:00'),
        event('FindingRecorded', { ...found, remark: circumstances }, '18:00'),
      );
  });

  test('[R16] a tool that was lost and was there is back in the store, in its condition', () => {
    const lost = event('ToolReportedLost', { tool, circumstances: 'x' }, '09:00');
    const back = { tool, where: '盘点 ST-1', condition: 'good' } as const;
    given(registered, lost).when(adjust('found')).then(event('ToolFound', back));
    given(registered, lost)
      .when(adjust('found', at('08:30')))
      .thenThrows(NotPossible, 'tool-moved-since');
  });
});
