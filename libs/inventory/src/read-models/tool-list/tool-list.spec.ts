import { expect, test } from '@jest/globals';
import { at } from '@app/kernel/src/testing/instants.js';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { toolDecider } from '../../domain/tool/tool.decider.js';
import type { ToolEvent } from '../../domain/tool/tool.events.js';
import { fold } from '@app/kernel';
import { toolShown } from '../../tool-shown.js';
import {
  due,
  event,
  inHand,
  meter,
  offered,
  onItsWay,
  overdue,
  registered,
  returnedAt,
  tool,
} from '../../testing/tools.js';
import { toolList } from './tool-list.projection.js';

const rows = (...events: readonly ToolEvent[]) => [
  ...rowsOf(toolList, recorded(`tool-${tool}`, events)).values(),
];

test('the list of tools shows where each is, with whom and until when', () => {
  const stored = {
    ...meter,
    needsCalibration: false,
    calibratedUntil: null,
    condition: 'good',
    status: 'store',
    holder: null,
    receiver: null,
    ticket: null,
    due: null,
    overdue: false,
    askedBack: false,
    since: at('07:00'),
  };
  expect(rows(registered)).toEqual([stored]);
  expect(rows(...inHand)).toEqual([
    { ...stored, status: 'in-hand', holder: 'li-wei', ticket: 'T-1', due, since: at('08:05') },
  ]);
  expect(rows(...inHand, overdue)).toMatchObject([{ overdue: true }]);
  const ofOneBefore = { ...overdue, occurredAt: at('07:50') };
  expect(rows(...inHand, ofOneBefore)).toMatchObject([{ overdue: false }]);
  expect(rows(...inHand, returnedAt('11:00'))).toEqual([{ ...stored, since: at('11:00') }]);
});

test('the list of tools and the tool itself say the same of whatever has happened', () => {
  const asked = event('ToolAskedBack', { tool, employee: 'li-wei' });
  const moved = event('ToolTransferred', { tool, employee: 'wang-fang', from: 'li-wei' });
  const kept = { tool, employee: 'wang-fang', from: 'li-wei', reason: 'x' };
  const later = event('ToolLoanExtended', { tool, employee: 'li-wei', due: at('15:00') });
  const damaged = event('ToolDamaged', { tool, what: 'x' });
  const lost = event('ToolReportedLost', { tool, employee: 'li-wei', circumstances: 'x' });
  const calibrated = (until: string) =>
    event('ToolCalibrated', { tool, certificate: 'x', validUntil: until });
  const pasts: ToolEvent[][] = [
    [registered, onItsWay],
    [registered, onItsWay, event('ToolDeclined', { tool, employee: 'li-wei', reason: 'x' })],
    [...inHand, offered],
    [...inHand, offered, event('ToolDeclined', kept)],
    [...inHand, overdue, asked, offered, moved],
    [...inHand, overdue, later],
    [...inHand, damaged, event('ToolRepaired', { tool, what: 'x' })],
    [...inHand, lost],
    [...inHand, lost, event('ToolFound', { tool, where: 'x', condition: 'damaged' })],
    [registered, event('ToolRetired', { tool, reason: 'x' })],
    [registered, calibrated(at('20:00')), calibrated(at('10:00'))],
  ];
  for (const past of pasts) {
    const state = fold(toolDecider, past);
    if (state.status === 'none') throw new Error('it is registered');
    const [row] = rows(...past);
    expect(row).toMatchObject({ ...toolShown(state) });
    expect(row).toMatchObject({ askedBack: state.loan?.askedBack ?? false });
  }
  expect(pasts).toHaveLength(11);
});
