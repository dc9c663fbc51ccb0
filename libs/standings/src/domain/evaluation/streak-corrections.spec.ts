import { describe, expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { laterOf, person } from '../../testing/cases.js';
import { knownFigures, monthly, type Amounts } from '../../testing/figures.js';
import { before } from '../case/figures.js';
import { nameOf } from '../edition/clause.js';
import type { KnownOfPeriod, StandingCommand } from '../standing.commands.js';
import { standingDecider } from '../standing.decider.js';
import type { CaseOpened, StandingEvent } from '../standing.events.js';

/* What is corrected at the beginning of a streak reaches its end, where no streak can end before it. */

const ask = commandOf<StandingCommand>(MANAGER);
const AFTER = '2029-01-05T00:00:00.000Z';

/** Each year of cases by itself, as they are stored. */
type Years = ReadonlyMap<string, readonly StandingEvent[]>;

/** A period is evaluated, and each time that something comes of it those that it reaches, as the process has it. */
function evaluated(period: string, known: KnownOfPeriod, years: Years): Years {
  const employee = 'he-ying';
  const year = period.slice(0, 4);
  const past = years.get(year) ?? [];
  const beside = [...years]
    .filter(([other]) => other !== year)
    .flatMap(([, events]) => fold(standingDecider, events).cases);
  const command = ask('EvaluatePeriodAgain', { employee, year, period }, AFTER, {
    known: { ...known, beside },
  });
  const events = standingDecider.decide(command, fold(standingDecider, past));
  const now = new Map([...years, [year, [...past, ...events]]]);
  const changed = events.some(({ type }) => type === 'PeriodEvaluated');
  return changed ? inTurn([before(period, -1), before(period, -2)], known, now) : now;
}

const casesOf = (years: Years) =>
  [...years.values()]
    .flatMap((events) => fold(standingDecider, events).cases)
    .map(({ opened, status }) => [nameOf(opened), status]);
const inTurn = (periods: readonly string[], known: KnownOfPeriod, past: Years = new Map()): Years =>
  periods.reduce((years, period) => evaluated(period, known, years), past);

/** 100.00 were to be reached in each month from November 2026 on, and nothing before. */
const months = (november: string) =>
  knownFigures({
    2026: {
      targets: { sales: monthly('2026', '100.00', 11, 12) },
      results: { sales: { '2026-11': november, '2026-12': '99.99' } },
    },
    2027: {
      targets: { sales: { '2027-01': '100.00' } },
      results: { sales: { '2027-01': '99.99' } },
    },
  });

test('[D19] the first month that anything was asked of, corrected to its target, ends the streak that it began', () => {
  const short = inTurn(['2026-11', '2026-12', '2027-01'], months('99.99'));
  expect(casesOf(short)).toEqual([['D19.three-months', 'open']]);
  expect(casesOf(evaluated('2026-11', months('100.00'), short))).toEqual([
    ['D19.three-months', 'dropped'],
  ]);
});

test('[D19] and corrected to below it makes the streak', () => {
  const met = inTurn(['2026-11', '2026-12', '2027-01'], months('100.00'));
  expect(casesOf(met)).toEqual([]);
  expect(casesOf(evaluated('2026-11', months('99.99'), met))).toEqual([
    ['D19.three-months', 'open'],
  ]);
});

const years = (first: string) => {
  const of = (year: string, results: Amounts) => ({
    targets: { sales: monthly(year, '100.00') },
    results: { sales: results },
  });
  return knownFigures({
    2026: of('2026', { ...monthly('2026', '100.00'), '2026-12': first }),
    2027: of('2027', monthly('2027', '100.00')),
    2028: of('2028', monthly('2028', '100.00')),
  });
};

test('[D14] the first year of three, corrected to below its target, takes the major merit back', () => {
  const three = inTurn(['2026', '2027', '2028'], years('100.00'));
  expect(casesOf(three)).toContainEqual(['D14.three-years', 'proposed']);
  const corrected = casesOf(evaluated('2026', years('99.99'), three));
  expect(corrected).toContainEqual(['D14.three-years', 'dropped']);
  expect(corrected.filter(([name]) => name === 'D14.year')).toEqual([
    ['D14.year', 'dropped'],
    ['D14.year', 'proposed'],
    ['D14.year', 'proposed'],
  ]);
});

test('[D19] a month without a target stands between two streaks', () => {
  const known = knownFigures({
    2026: {
      targets: { sales: { '2026-09': '100.00', '2026-11': '100.00', '2026-12': '100.00' } },
    },
  });
  const all = inTurn(['2026-09', '2026-11', '2026-12'], known);
  expect(casesOf(all)).toEqual([]);
});

test('[D19] months of a streak that a correction has undone count for the next one', () => {
  const of = (january: string) =>
    knownFigures({
      2026: {
        targets: { sales: monthly('2026', '100.00', 1, 4) },
        results: { sales: { '2026-01': january } },
      },
    });
  const short = inTurn(['2026-01', '2026-02', '2026-03'], of('99.99'));
  expect(casesOf(short)).toEqual([['D19.three-months', 'open']]);
  // The correction reaches April, where February, March and April are three now.
  expect(casesOf(evaluated('2026-01', of('100.00'), short))).toEqual([
    ['D19.three-months', 'dropped'],
    ['D19.three-months', 'open'],
  ]);
});

/** From October to April nothing was sold, nor worked. */
const OF_2026 = ['2026-10', '2026-11', '2026-12'];
const OF_2027 = ['2027-01', '2027-02', '2027-03', '2027-04'];
const idle = (beside: object = {}) => {
  const of = (year: string, from: number, until: number) => {
    const asked = monthly(year, '100.00', from, until);
    return { targets: { sales: asked, 'basic-hours': asked } };
  };
  return knownFigures({ 2026: of('2026', 10, 12), 2027: of('2027', 1, 4) }, beside);
};
const standing = (years: Years) =>
  [...years.values()]
    .flatMap((events) => fold(standingDecider, events).cases)
    .filter(({ status }) => status !== 'dropped')
    .map(({ opened }) => [nameOf(opened), ...opened.figures!.map(({ period }) => period)])
    .toSorted();

describe.each([
  ['D19', {}],
  ['D34', { subject: { ...person, department: 'repair' } }],
])('[%s] streaks are counted from the oldest month on', (article, beside) => {
  const name = `${article}.three-months`;
  test.each([
    ['as they are over', [...OF_2026, ...OF_2027]],
    ['January before December', ['2027-01', '2026-12']],
    ['the later year first', [...OF_2027, ...OF_2026]],
    ['the latest first', [...OF_2026, ...OF_2027].toReversed()],
  ])('evaluated %s', (_, periods) => {
    expect(standing(inTurn(periods, idle(beside)))).toEqual([
      [name, ...OF_2026],
      [name, ...OF_2027.slice(0, 3)],
    ]);
  });
});

test('[D19] a later streak on which somebody has decided stands, and an older one does not come beside it', () => {
  const january = inTurn(['2027-01'], idle());
  const file = january.get('2027')!;
  const opened = file.find(({ type }) => type === 'CaseOpened') as CaseOpened;
  const became = laterOf(opened)('CaseDropped', { case: 1, reason: '查无实据' });
  const now = new Map([...january, ['2027', [...file, became]]]) as Years;
  expect(standing(inTurn([...OF_2026, ...OF_2027], idle(), now))).toEqual([
    ['D19.three-months', ...OF_2027.slice(1)],
  ]);
});
