import { describe, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { FiguresEvent } from '../domain/figures/figures.events.js';
import type { PeriodEvaluated } from '../domain/standing.events.js';
import { evaluateWhatAStreakReaches } from './evaluate-what-a-streak-reaches.js';
import { evaluateWhenAPeriodIsOver } from './evaluate-when-a-period-is-over.js';

const clock = processOf(evaluateWhenAPeriodIsOver);
const streak = processOf(evaluateWhatAStreakReaches);

const stream = 'figures-he-ying:2026';
const of = { employee: 'he-ying', year: '2026' };
const event = eventOf<FiguresEvent>(SUPERVISOR);
const hours = [{ from: '08:00', until: '18:00' }];
const again = (period: string, year = '2026') => ({
  category: 'standing',
  id: 'he-ying',
  type: 'EvaluatePeriodAgain',
  data: { employee: 'he-ying', year, period },
});
const evaluates = (period: string, after: string) => ({
  deadline: period,
  at: { after, workingMinutes: 0, hours },
  send: again(period),
});
const year = evaluates('2026', '2026-12-31T15:59:59.999Z');
const half = evaluates('2026-H1', '2026-06-30T15:59:59.999Z');
const march = evaluates('2026-03', '2026-03-31T15:59:59.999Z');

const set = (month: string, at: string) =>
  event('TargetsSet', { ...of, of: 'sales', months: [{ month, amount: '1.00' }] }, at);
const adjusted = (month: string, at: string) =>
  event('ResultAdjusted', { ...of, of: 'sales', month, amount: '1.00', reason: '…' }, at);

test('[R13] month, first half-year and year are evaluated on the working day after they end', () => {
  clock
    .given(...recorded(stream, [set('2026-03', '2026-01-05T01:00:00.000Z')]))
    .thenCommands(march, half, year);
  clock
    .given(...recorded(stream, [set('2026-07', '2026-01-05T01:00:00.000Z')]))
    .thenCommands(evaluates('2026-07', '2026-07-31T15:59:59.999Z'), year);
});

test('[R13] what is set once is not set with every figure', () => {
  const all = [
    set('2026-03', '2026-01-05T01:00:00.000Z'),
    adjusted('2026-03', '2026-03-05T01:00:00.000Z'),
  ];
  clock.given(...recorded(stream, all)).thenCommands(march, half, year);
});

test('[R13] a figure that comes late has it evaluated again, as soon as somebody works', () => {
  const late = '2026-04-04T01:00:00.000Z';
  clock
    .given(
      ...recorded(stream, [set('2026-03', '2026-01-05T01:00:00.000Z'), adjusted('2026-03', late)]),
    )
    .thenCommands(march, half, year, evaluates('2026-03', late));
});

test('[R13] leave touches each month in which it lies', () => {
  const days = { from: '2026-07-31', until: '2026-08-01' };
  const leave = event(
    'LeaveRecorded',
    { ...of, leave: 1, ...days, reason: '…' },
    '2026-07-01T01:00:00.000Z',
  );
  clock
    .given(...recorded(stream, [leave]))
    .thenCommands(
      evaluates('2026-07', '2026-07-31T15:59:59.999Z'),
      year,
      evaluates('2026-08', '2026-08-31T15:59:59.999Z'),
    );
});

describe('[D14] [D19] figures from paper that are approved', () => {
  const paper = 'figures-he-ying:2024';
  const sales = (period: string) =>
    ({ of: 'sales', period, target: '1.00', result: '1.00' }) as const;
  const entered = (entry: number, periods: readonly string[], corrects?: number) =>
    event('OpeningFiguresEntered', {
      ...{ employee: 'he-ying', year: '2024', entry, source: '汇总表', dated: '2025-01-04' },
      figures: periods.map(sales),
      ...(corrects !== undefined && { corrects }),
    });
  const approved = (entry: number, at: string, corrects?: number) =>
    event(
      'OpeningFiguresApproved',
      { employee: 'he-ying', year: '2024', entry, ...(corrects !== undefined && { corrects }) },
      at,
    );
  const soon = (at: string, ...periods: string[]) =>
    periods.map((each) => ({
      ...evaluates(each, at),
      send: again(each, each.slice(0, 4)),
    }));

  test('have every year evaluated again that a streak may go back from, as soon as somebody works', () => {
    const late = '2027-02-01T01:00:00.000Z';
    clock
      .given(...recorded(paper, [entered(1, ['2024']), approved(1, late)]))
      .thenCommands(...soon(late, '2024', '2025', '2026'));
  });

  test('of a month reach the months after it, and the half-years and years', () => {
    const late = '2025-01-10T01:00:00.000Z';
    clock
      .given(...recorded(paper, [entered(1, ['2024-11']), approved(1, late)]))
      .thenCommands(...soon(late, '2024-11', '2024-12', '2024'));
    const june = '2024-07-05T01:00:00.000Z';
    clock
      .given(...recorded(paper, [entered(1, ['2024-06']), approved(1, june)]))
      .thenCommands(...soon(june, '2024-06', '2024-H1'));
  });

  test('as a correction reach also what only the entry before it had said', () => {
    const late = '2025-03-10T01:00:00.000Z';
    const first = '2024-12-05T01:00:00.000Z';
    clock
      .given(
        ...recorded(paper, [
          ...[entered(1, ['2024-11']), approved(1, first)],
          ...[entered(2, ['2024-12'], 1), approved(2, late, 1)],
        ]),
      )
      .thenCommands(
        ...soon(first, '2024-11'),
        ...soon(late, '2024-12', '2025-01', '2025-02', '2024', '2024-11'),
      );
  });
});

const cameTo = (period: string, periods: readonly string[] = [], longest?: number) => {
  const figures = periods.map((each) => ({ period: each, target: '100.00', result: '0.00' }));
  const data = {
    employee: 'he-ying',
    year: '2026',
    period,
    edition: '2026.1',
    department: 'sales',
    judged: figures.length > 0 ? [{ clause: 'D19.three-months', figures, holds: false }] : [],
    ...(longest !== undefined && { longest }),
  } as const;
  const evaluated = eventOf<PeriodEvaluated>(SUPERVISOR)('PeriodEvaluated', data);
  return recorded('standing-he-ying:2026', [evaluated]);
};

test.each([
  ['2026-11', '2026-12', '2026'],
  ['2026-12', '2027-01', '2027'],
  ['2026', '2027', '2027'],
])('[D19] [D14] what %s came to may change a streak that reaches %s', (period, next, of) => {
  streak.given(...cameTo(period)).thenCommands(again(next, of));
  streak.given(...cameTo(period, [period])).thenCommands(again(next, of));
});

test('[D19] [D34] a streak of three months has periods in common with those of two months after it', () => {
  streak
    .given(...cameTo('2026-11', ['2026-09', '2026-10', '2026-11']))
    .thenCommands(again('2026-12'), again('2027-01', '2027'));
});

test('[D14] [D19] what begins a streak reaches its end also where a year between the two is closed', () => {
  streak
    .given(...cameTo('2026', ['2026'], 3))
    .thenCommands(again('2027', '2027'), again('2028', '2028'));
  streak.given(...cameTo('2026-H1', ['2026-H1'], 1)).thenNothing();
});
