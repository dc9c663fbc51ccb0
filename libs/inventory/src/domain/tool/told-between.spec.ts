import { expect, test } from '@jest/globals';
import { fold, Invalid, NotPossible } from '@app/kernel';
import { LI_WEI, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import {
  accepted,
  ask,
  event,
  given,
  inHand,
  onItsWay,
  registered,
  returnedAt,
  tool,
} from '../../testing/tools.js';
import { toolDecider } from './tool.decider.js';
import { holderAt } from './tool.state.js';

const ofWangFang = { tool, employee: WANG_FANG.id };
const acceptOffline = ask('AcceptTool', {}, '08:05', { by: LI_WEI });
const followedAt = at('11:00');
const acceptedBetween = { ...accepted, data: { ...accepted.data, followedAt } };
const lent = (time: '07:30' | '10:00' | '11:30' = '07:30') =>
  ask('CheckOutTool', { employee: WANG_FANG.id }, time);
const lentBetween = event('ToolCheckedOut', { ...ofWangFang, followedAt: at('08:00') }, '07:30');
const hadBetween = event(
  'ToolAccepted',
  { ...ofWangFang, followedAt: at('08:00') },
  '07:35',
  WANG_FANG,
);
const takesBetween = ask('AcceptTool', {}, '07:35', { by: WANG_FANG });

test('[R12] what was accepted without a connection, and told after the return, was in those hands', () => {
  const past = [registered, onItsWay, returnedAt('11:00')];
  given(...past)
    .when(acceptOffline)
    .then(acceptedBetween);
  const now = fold(toolDecider, [...past, acceptedBetween]);
  const holders = (['08:04', '08:05', '10:59', '11:00'] as const).map((time) =>
    holderAt(now, at(time)),
  );
  expect(holders).toEqual([undefined, LI_WEI.id, LI_WEI.id, undefined]);
  expect(now).toMatchObject({ since: at('11:00') });
  expect(now).not.toHaveProperty('loan');
});

test('[R12] it was on its way to them then, and is accepted once', () => {
  const past = [registered, onItsWay, returnedAt('11:00')];
  given(...past)
    .when(ask('AcceptTool', {}, '08:05', { by: WANG_FANG }))
    .thenThrows(NotPossible, 'tool-not-on-its-way');
  given(...past)
    .when(ask('AcceptTool', {}, '07:30', { by: LI_WEI }))
    .thenThrows(NotPossible, 'tool-not-on-its-way');
  given(...past, acceptedBetween)
    .when(ask('AcceptTool', {}, '09:00', { by: LI_WEI }))
    .thenThrows(NotPossible, 'tool-not-on-its-way');
});

test('[R12] who said that they did not take it has not accepted it before', () => {
  const declined = event('ToolDeclined', { tool, employee: LI_WEI.id, reason: 'x' }, '11:00');
  given(registered, onItsWay, declined)
    .when(acceptOffline)
    .thenThrows(NotPossible, 'tool-not-on-its-way');
});

test('[R12] a loan that fits before one that was recorded is taken, with its acceptance and return', () => {
  given(...inHand)
    .when(lent())
    .then(lentBetween);
  given(...inHand, lentBetween)
    .when(takesBetween)
    .then(hadBetween);
  const back = event(
    'ToolReturned',
    { ...ofWangFang, condition: 'good', followedAt: at('08:00') },
    '07:50',
  );
  given(...inHand, lentBetween, hadBetween)
    .when(ask('ReturnTool', { condition: 'good' }, '07:50'))
    .then(back);
  const now = fold(toolDecider, [...inHand, lentBetween, hadBetween, back]);
  const holders = (['07:34', '07:35', '07:50', '08:05'] as const).map((time) =>
    holderAt(now, at(time)),
  );
  expect(holders).toEqual([undefined, WANG_FANG.id, undefined, LI_WEI.id]);
  expect(now).toMatchObject({ loan: { employee: LI_WEI.id, accepted: true } });
});

test('[R12] one that overlaps with what was recorded first is not taken', () => {
  const past = [...inHand, returnedAt('11:00')];
  given(...past)
    .when(lent('10:00'))
    .thenThrows(Invalid, 'occurred-too-early');
  given(...past)
    .when(ask('ReturnTool', { condition: 'good' }, '10:00'))
    .thenThrows(NotPossible, 'tool-not-out');
  const lost = event('ToolReportedLost', { tool, circumstances: '?' }, '12:00');
  const found = event('ToolFound', { tool, where: '?', condition: 'good' }, '13:00');
  const out = event('ToolCheckedOut', { tool, employee: LI_WEI.id }, '14:00');
  given(registered, lost, found, out)
    .when(ask('CheckOutTool', { employee: WANG_FANG.id }, '12:30'))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('[R11] damage that is told after it came back as good is taken, of whoever had it then', () => {
  const what = '表盘裂纹';
  const damaged = event('ToolDamaged', { tool, employee: LI_WEI.id, what }, '10:00');
  given(...inHand, returnedAt('11:00'))
    .when(ask('ReportToolDamaged', { what }, '10:00'))
    .then(damaged);
  expect(fold(toolDecider, [...inHand, returnedAt('11:00'), damaged])).toMatchObject({
    condition: 'damaged',
  });
});

test('[R11] what came back damaged between is damaged, until it is repaired', () => {
  const back = event(
    'ToolReturned',
    { ...ofWangFang, condition: 'damaged', followedAt: at('08:00') },
    '07:50',
  );
  const now = fold(toolDecider, [...inHand, lentBetween, hadBetween, back]);
  expect(now).toMatchObject({ condition: 'damaged', conditionSince: at('07:50') });
});
