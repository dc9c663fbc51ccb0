import { expect, test } from '@jest/globals';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specifyRows } from '@app/projections/src/testing/given-events.js';
import { emergencyBoard } from './emergency-board.projection.js';

const { given, event } = specifyRows(emergencyBoard, LI_WEI);

const ticket = 'T-1';
const raised = event('EmergencyRaised', { ticket, edition: 1, nextRungAfter: 10 }, '02:00');
const called = (rung: number, employees: string[], next: string) =>
  event('EscalationRungCalled', {
    ...{ ticket, round: 1, rung, name: '值班', employees },
    next: at(next),
  });
const [first, second] = [called(1, ['li-wei'], '02:10'), called(2, ['li-wei', 'sun'], '02:20')];
const taken = (employee: string, time: string) =>
  event('EmergencyAcknowledged', { ticket, employee, first: 'sun' }, time);

test('[B3] the board of emergencies shows how far the ladder was climbed, and when it goes on', () => {
  const climbing = { ticket, status: 'raised', raisedAt: at('02:00'), resolvedAt: null };
  expect(given(raised)).toMatchObject([{ ...climbing, rung: null, called: [], nextCall: null }]);
  expect(given(raised, first, second)).toMatchObject([
    { ...climbing, round: 1, rung: 2, called: ['li-wei', 'sun'], nextCall: at('02:20') },
  ]);
  const manager = event('GeneralManagerCalled', { ticket, round: 2, employee: 'ma' });
  expect(given(raised, first, manager)).toMatchObject([{ called: ['li-wei', 'ma'] }]);
});

test('[B3] the board of emergencies shows when somebody is called where nobody could be', () => {
  const awaited = event('OnCallAwaited', { ticket, round: 2, next: at('02:04') });
  const taken = event('EmergencyAcknowledged', { ticket, employee: 'ma', first: 'ma' }, '02:03');
  const other = event('LadderTakenUp', { ticket, edition: 2 });
  expect(given(raised, awaited, other)).toMatchObject([{ nextCall: at('02:04'), called: [] }]);
  expect(given(raised, awaited, taken)).toMatchObject([{ nextCall: null }]);
  expect(given(raised, taken, awaited)).toMatchObject([{ nextCall: null }]);
});

test('[B3] the board of emergencies shows who was first to take one, and when it was over', () => {
  const by = { acknowledgedBy: 'sun', acknowledgedAt: at('02:12'), nextCall: null };
  const both = [raised, first, taken('sun', '02:12'), taken('li-wei', '02:13')];
  expect(given(...both)).toMatchObject([{ status: 'acknowledged', ...by }]);
  const over = event('EmergencyResolved', { ticket, by: 'restored' }, '03:00');
  expect(given(...both, over)).toMatchObject([
    { status: 'resolved', ...by, resolvedAt: at('03:00') },
  ]);
  expect(given(raised, first, over)).toMatchObject([
    { status: 'resolved', acknowledgedBy: null, nextCall: null },
  ]);
});
