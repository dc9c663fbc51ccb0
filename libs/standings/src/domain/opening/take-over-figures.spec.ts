import { expect, test } from '@jest/globals';
import { DomainError, fold, type Actor } from '@app/kernel';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { edition, EMPLOYEE } from '../../testing/cases.js';
import { knownFigures, monthly } from '../../testing/figures.js';
import { evaluateWhenAPeriodIsOver } from '../../processes/evaluate-when-a-period-is-over.js';
import { nameOf } from '../edition/clause.js';
import type { FiguresCommand } from '../figures/figures.commands.js';
import { figuresDecider } from '../figures/figures.decider.js';
import type { FiguresEvent } from '../figures/figures.events.js';
import type { KnownOfPeriod, StandingCommand } from '../standing.commands.js';
import { standingDecider } from '../standing.decider.js';
import type { PaperFigure } from './opening.events.js';

const given = specification(figuresDecider);
const ask = commandOf<FiguresCommand>(SUPERVISOR);
const evaluate = commandOf<StandingCommand>(SUPERVISOR);
const known = {
  edition: { ...edition, inForceFrom: '2026-03-01T16:00:00.000Z' },
  departments: [],
};
const paper = { source: '2025 年业绩汇总表', dated: '2026-01-10' };
const met: PaperFigure = { of: 'sales', period: '2025', target: '100.00', result: '100.00' };
const of = (year: string) => ({ employee: EMPLOYEE, year });

const enter = (figures: readonly PaperFigure[], more: object = {}, year = '2025') =>
  ask('EnterOpeningFigures', { ...of(year), ...paper, figures, ...more }, '09:00', { known });
const approve = (entry = 1, by: Actor = MANAGER, year = '2025') =>
  ask('ApproveOpeningFigures', { ...of(year), entry }, '09:05', { by, known });
const after = (...commands: readonly FiguresCommand[]): FiguresEvent[] =>
  commands.reduce<FiguresEvent[]>(
    (past, command) => [
      ...past,
      ...given(...past)
        .when(command)
        .events(),
    ],
    [],
  );
const paperOf = (events: readonly FiguresEvent[]) => fold(figuresDecider, events).paper;

function failure(past: readonly FiguresEvent[], command: FiguresCommand) {
  try {
    return figuresDecider.decide(command, fold(figuresDecider, past));
  } catch (error) {
    return error instanceof DomainError ? [error.code, error.pointer] : error;
  }
}

test('[D44] figures from paper count once the general manager has approved them, and not before', () => {
  expect(paperOf(after(enter([met])))).toEqual([]);
  expect(paperOf(after(enter([met]), approve()))).toEqual([met]);
});

/** The years 2024 and 2025 as paper has them, and 2026 as it was here, of somebody whom the file knows since March. */
const streak = (more: Partial<PaperFigure> = {}, beside: Partial<KnownOfPeriod> = {}) =>
  knownFigures(
    {
      2024: { paper: [{ ...met, period: '2024', ...more }] },
      2025: { paper: [{ ...met, ...more }] },
      2026: {
        targets: { sales: monthly('2026', '100.00', 3) },
        results: { sales: monthly('2026', '100.00', 3) },
      },
    },
    { presence: [{ from: '2026-03-01', until: '2026-12-31' }], ...beside },
  );
const clausesOf = (period: string, known: KnownOfPeriod) => {
  const data = { ...of(period.slice(0, 4)), period };
  const command = evaluate('EvaluatePeriod', data, '2029-01-05T00:00:00.000Z', { known });
  return specification(standingDecider)()
    .when(command)
    .events()
    .flatMap(({ type, data }) => (type === 'CaseOpened' ? [data] : []));
};

test('[D14] a streak of three years goes back to paper, also of who was registered here only later, and says so', () => {
  const opened = clausesOf('2026', streak());
  expect(opened.map(nameOf)).toEqual(['D14.year', 'D14.three-years']);
  expect(opened[1]!.figures!.map(({ fromPaper }) => fromPaper)).toEqual([true, true, undefined]);
  expect(opened[1]!.facts).toContain('2025 指标 100.00 实绩 100.00（期初录入）');
  expect(opened[1]!.facts).toContain('2025 target 100.00 result 100.00 (opening entry)');
});

test('[D14] a year that was missed on paper, or has counted there, begins no streak', () => {
  expect(clausesOf('2026', streak({ result: '99.99' })).map(nameOf)).toEqual(['D14.year']);
  expect(clausesOf('2026', streak({ counted: ['D14.three-years'] })).map(nameOf)).toEqual([
    'D14.year',
  ]);
});

test('[D19] three months across the turn of the year go back to paper, and start anew where they counted there', () => {
  const month = (period: string, counted?: string[]): PaperFigure => ({
    ...met,
    period,
    result: '99.99',
    ...(counted && { counted }),
  });
  const known = (counted?: string[]) =>
    knownFigures({
      2025: { paper: [month('2025-11'), month('2025-12', counted)] },
      2026: {
        targets: { sales: monthly('2026', '100.00') },
        results: { sales: { '2026-01': '99.99' } },
      },
    });
  expect(clausesOf('2026-01', known()).map(nameOf)).toEqual(['D19.three-months']);
  expect(clausesOf('2026-01', known(['D19.three-months']))).toEqual([]);
});

test('[R13] the months of this year before the rules came into force count in its half-year and its year', () => {
  const jan = { ...met, period: '2026-01', result: '0.00' };
  const feb = { ...met, period: '2026-02', result: '0.00' };
  const known = knownFigures(
    {
      2026: {
        paper: [jan, feb],
        targets: { sales: monthly('2026', '100.00', 3) },
        results: { sales: monthly('2026', '100.00', 3, 6) },
      },
    },
    { presence: [{ from: '2026-03-01', until: '2026-12-31' }] },
  );
  const [half] = clausesOf('2026-H1', known);
  expect(nameOf(half!)).toBe('D24.half-year');
  expect(half!.figures).toEqual([
    { period: '2026-H1', target: '600.00', result: '400.00', fromPaper: true },
  ]);
});

test('[R13] nothing is evaluated for what paper says', () => {
  const [entered, approved] = after(enter([met]), approve());
  for (const event of [entered, approved])
    expect(
      evaluateWhenAPeriodIsOver.react({ ...event, stream: 'figures-he-ying:2025' } as never, {
        periods: [],
      }),
    ).toEqual([]);
});

test('[R2] nobody enters their own, approves what they entered, or approves twice', () => {
  const own = { ...enter([met]), actor: { id: EMPLOYEE, role: 'supervisor' } };
  given().when(own).thenRefusedUnder('R2');
  given(...after(enter([met])))
    .when(approve(1, SUPERVISOR))
    .thenRefusedUnder('R2', 'own-opening-entry');
  expect(failure(after(enter([met]), approve()), approve())).toContain('opening-entry-approved');
});

test('[D8] the same paper is refused but for a correction, which stands in its place once approved', () => {
  const past = after(enter([met]), approve());
  given(...past)
    .when(enter([{ ...met, period: '2025-12' }]))
    .thenRefusedUnder('D8', 'paper-taken-over-twice');
  const better = { ...met, result: '120.00' };
  const corrected = after(enter([met]), approve(), enter([better], { corrects: 1 }));
  expect(paperOf(corrected)).toEqual([met]);
  const approved = [
    ...corrected,
    ...given(...corrected)
      .when(approve(2))
      .events(),
  ];
  expect(paperOf(approved)).toEqual([better]);
  expect(failure(past, enter([better], { source: '另一份' }))).toEqual([
    'figure-twice',
    '/figures/0/period',
  ]);
});

test('[R13] what is kept here is put right here, and what is from paper by another entry', () => {
  const targets = after(
    ask(
      'SetTargets',
      { ...of('2025'), of: 'sales', months: [{ month: '2025-12', amount: '9.00' }] },
      '2025-11-30T00:00:00.000Z',
    ),
  );
  expect(failure(targets, enter([met]))).toEqual(['figures-kept-here', '/figures/0/period']);
  const past = after(enter([met]), approve());
  const adjust = {
    ...of('2025'),
    of: 'sales' as const,
    month: '2025-05',
    amount: '1.00',
    reason: '…',
    evidence: ['e'.repeat(64)],
  };
  expect(failure(past, ask('AdjustResult', adjust))).toContain('figures-from-paper');
  const months = [{ month: '2025-05', amount: '1.00' }];
  expect(failure(past, ask('SetTargets', { ...of('2025'), of: 'sales', months }))).toContain(
    'figures-from-paper',
  );
  expect(
    after(
      enter([met]),
      approve(),
      ask('SetTargets', { ...of('2025'), of: 'quota', months, reason: '…' }, '09:10', {
        by: MANAGER,
        known: { judged: [] },
      }),
    ),
  ).toHaveLength(3);
});

test('[D44] a period that ended since is judged here', () => {
  const march = { ...met, period: '2026-03' };
  given()
    .when(enter([march], {}, '2026'))
    .thenRefusedUnder('D44', 'paper-after-promulgation');
});

test.each([
  ['/figures', 'no-figures', []],
  ['/figures/0/period', 'day-of-another-year', [{ ...met, period: '2024' }]],
  ['/figures/0/target', 'target-of-zero', [{ ...met, target: '0.00' }]],
  ['/figures/0/counted/0', 'no-streak', [{ ...met, counted: ['D14.year'] }]],
  ['/figures/0/counted/0', 'no-streak', [{ ...met, counted: ['D19.three-months'] }]],
  ['/figures/1/period', 'figure-twice', [met, met]],
])('[D44] bad input is named: %s %s', (pointer, code, figures) => {
  expect(failure([], enter(figures))).toEqual([code, pointer]);
});
