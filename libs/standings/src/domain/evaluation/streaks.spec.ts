import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { laterOf, person } from '../../testing/cases.js';
import { knownFigures, monthly, type Amounts } from '../../testing/figures.js';
import { nameOf } from '../edition/clause.js';
import type { KnownOfPeriod, StandingCommand } from '../standing.commands.js';
import { standingDecider } from '../standing.decider.js';
import type { CaseOpened, StandingEvent } from '../standing.events.js';

const given = specification(standingDecider);
const ask = commandOf<StandingCommand>(SUPERVISOR);
const AFTER = '2029-01-05T00:00:00.000Z';
const repair = { ...person, department: 'repair' } as const;

const evaluation = (period: string, known: KnownOfPeriod) => {
  const data = { employee: 'he-ying', year: period.slice(0, 4), period };
  return ask('EvaluatePeriod', data, AFTER, { known });
};
const evaluated = (period: string, known: KnownOfPeriod, ...past: StandingEvent[]) =>
  given(...past)
    .when(evaluation(period, known))
    .events();
const named = (events: readonly StandingEvent[]) =>
  events.flatMap((event) => (event.type === 'CaseOpened' ? [nameOf(event.data)] : []));
const casesOf = (events: readonly StandingEvent[]) => fold(standingDecider, events).cases;

/** Sales of 100.00 a month at the target, and below it where said otherwise. */
const months = (below: Readonly<Record<string, Amounts>>, beside: object = {}) =>
  knownFigures(
    Object.fromEntries(
      Object.entries(below).map(([year, results]) => [
        year,
        {
          targets: { sales: monthly(year, '100.00'), 'basic-hours': monthly(year, '100.00') },
          results: {
            sales: { ...monthly(year, '100.00'), ...results },
            hours: { ...monthly(year, '100.00'), ...results },
          },
        },
      ]),
    ),
    beside,
  );
const short = monthly('2026', '99.99', 11, 12);

test.each([
  ['D19', { subject: person }],
  ['D34', { subject: repair }],
])(
  '[%s] three months below, across the turn of the year, and what follows is left open',
  (article, subject) => {
    const known = months({ 2026: short, 2027: { '2027-01': '99.99' } }, subject);
    const events = evaluated('2027-01', known);
    expect(named(events)).toEqual([`${article}.three-months`]);
    expect(events.map(({ type }) => type)).toEqual(['PeriodEvaluated', 'CaseOpened']);
    expect(events[1]!.data).toMatchObject({
      figures: [{ period: '2026-11' }, { period: '2026-12' }, { period: '2027-01' }],
      happenedAt: '2027-01-31T15:59:59.999Z',
    });
  },
);

test('[D19] one of them at its target breaks the streak, and so does one without', () => {
  const met = months({ 2026: short, 2027: { '2027-01': '100.00' } });
  expect(named(evaluated('2027-01', met))).toEqual([]);
  const two = months({ 2026: { '2026-12': '0.00' }, 2027: { '2027-01': '0.00' } });
  expect(named(evaluated('2027-01', two))).toEqual([]);
});

test('[D34] basic hours are another figure than the quota', () => {
  const targets = { quota: monthly('2026', '100.00'), 'basic-hours': monthly('2026', '60.00') };
  const results = { hours: monthly('2026', '60.00') };
  const known = knownFigures({ 2026: { targets, results } }, { subject: repair });
  expect(named(evaluated('2026-03', known))).toEqual([]);
  expect(named(evaluated('2026-H1', known))).toEqual(['D36.half-year']);
});

test('[D19] a streak starts anew once it has counted, in this year or the one before', () => {
  const all = months({ 2026: monthly('2026', '1.00'), 2027: monthly('2027', '1.00') });
  const march = evaluated('2026-03', all);
  expect(named(march)).toEqual(['D19.three-months']);
  for (const month of ['2026-04', '2026-05'])
    expect(named(evaluated(month, all, ...march))).toEqual([]);
  expect(named(evaluated('2026-06', all, ...march))).toEqual(['D19.three-months']);
  const december = { beside: casesOf(evaluated('2026-12', all)) };
  expect(named(evaluated('2027-02', { ...all, ...december }))).toEqual([]);
  expect(named(evaluated('2027-03', { ...all, ...december }))).toEqual(['D19.three-months']);
});

test.each([
  ['D19', { subject: person }],
  ['D34', { subject: repair }],
])('[%s] three months once judged do not come back shifted by a month', (article, subject) => {
  const all = months({ 2026: monthly('2026', '1.00') }, subject);
  const march = evaluated('2026-03', all);
  const opened = march.find(({ type }) => type === 'CaseOpened') as CaseOpened;
  const later = laterOf(opened);
  for (const became of [
    later('CaseDropped', { case: 1, reason: '查无实据' }),
    later('ActDeclined', { case: 1, condition: '指标有误' }),
    later('ActRevoked', { case: 1, reason: '申诉成立' }),
  ]) {
    const past = [...march, became];
    for (const month of ['2026-03', '2026-04', '2026-05'])
      expect(named(evaluated(month, all, ...past))).toEqual([]);
    expect(named(evaluated('2026-06', all, ...past))).toEqual([`${article}.three-months`]);
  }
});

const three = (subject = person as KnownOfPeriod['subject'], last = '100.00') =>
  months(
    {
      2025: {},
      2026: {},
      2027: {},
      2028: { '2028-12': last },
    },
    { ...(subject && { subject }) },
  );

test('[D14] three years one after another, each on its own and added up', () => {
  expect(named(evaluated('2027', three()))).toEqual(['D14.year', 'D14.three-years']);
  const counted = { beside: casesOf(evaluated('2027', three())) };
  expect(named(evaluated('2028', { ...three(), ...counted }))).toEqual(['D14.year']);
  expect(named(evaluated('2028', three(person, '99.99')))).toEqual([]);
});

test('[D32] three years of hours likewise', () => {
  const years = ['2025', '2026', '2027'].map((year) => [
    year,
    { targets: { quota: monthly(year, '100.00') }, results: { hours: monthly(year, '100.00') } },
  ]);
  const known = knownFigures(Object.fromEntries(years) as never, { subject: repair });
  expect(named(evaluated('2027', known))).toEqual(['D32.year', 'D32.three-years']);
  const { kept } = known;
  const later = new Map([...kept.figures].filter(([year]) => year !== '2025'));
  const two = { ...known, kept: { ...kept, figures: later } };
  expect(named(evaluated('2027', two))).toEqual(['D32.year']);
});
