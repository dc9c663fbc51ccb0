import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { FiguresEvent } from '../../domain/figures/figures.events.js';
import { monthlyFigures } from './monthly-figures.read-model.js';

const event = eventOf<FiguresEvent>(SUPERVISOR);
const of = { employee: 'li-wei', year: '2026' };
const source = { stream: 'ticket-T-1', entry: '1' };
const rows = (...events: FiguresEvent[]) =>
  rowsOf(monthlyFigures, recorded('figures-li-wei:2026', events) as never);

test('[R13] a month shows what is asked and what came of it', () => {
  const targets = ['quota', 'basic-hours'] as const;
  const all = rows(
    ...targets.map((each) =>
      event('TargetsSet', {
        ...of,
        of: each,
        months: [
          { month: '2026-03', amount: '160.00' },
          { month: '2026-04', amount: '150.00' },
        ],
      }),
    ),
    event('ResultCounted', { ...of, of: 'hours', month: '2026-03', amount: '2.50', source }),
    event('ResultAdjusted', { ...of, of: 'hours', month: '2026-03', amount: '-0.50', reason: '…' }),
  );
  expect([...all.keys()]).toEqual(['li-wei:2026-03', 'li-wei:2026-04']);
  expect(all.get('li-wei:2026-03')).toMatchObject({
    employee: 'li-wei',
    year: '2026',
    month: '2026-03',
    salesTarget: null,
    quota: '160.00',
    basicHours: '160.00',
    hours: '2.00',
    leaveDays: 0,
  });
});

test('[R13] leave counts in each month for its days there, until it is withdrawn', () => {
  const leave = { ...of, leave: 1, from: '2026-03-30', until: '2026-04-01', reason: '…' };
  const days = (...events: FiguresEvent[]) =>
    [...rows(...events).values()].map(({ month, leaveDays }) => [month, leaveDays]);
  const recordedLeave = event('LeaveRecorded', leave);
  expect(days(recordedLeave)).toEqual([
    ['2026-03', 2],
    ['2026-04', 1],
  ]);
  expect(days(recordedLeave, event('LeaveWithdrawn', leave))).toEqual([
    ['2026-03', 0],
    ['2026-04', 0],
  ]);
});

test('[R13] leave that waits shows in each of its months, until it is answered', () => {
  const days = { from: '2026-03-30', until: '2026-04-01' };
  const proposed = event('FiguresProposed', { ...of, proposal: 1, reason: '…', leave: days });
  const waiting = (...events: FiguresEvent[]) =>
    [...rows(...events).values()].map((row) => [row.proposals, row.waiting, row.leaveDays]);
  expect(waiting(proposed)).toEqual([
    ['1', true, 0],
    ['1', true, 0],
  ]);
  const leave = { ...of, leave: 1, ...days, reason: '…' };
  const counted = event('LeaveRecorded', { ...leave, proposal: 1 });
  expect(waiting(proposed, counted)).toEqual([
    [null, false, 2],
    [null, false, 1],
  ]);
  const withdraws = { leave: 1, ...days };
  const withdrawal = event('FiguresProposed', { ...of, proposal: 2, reason: '…', withdraws });
  const withdrawn = event('LeaveWithdrawn', { ...leave, proposal: 2 });
  expect(waiting(proposed, counted, withdrawal)[0]).toEqual(['2', true, 2]);
  expect(waiting(proposed, counted, withdrawal, withdrawn)[1]).toEqual([null, false, 0]);
});
