import { expect, test } from '@jest/globals';
import { articles } from '@app/policy';
import { levels, nameOf, type Clause } from './clause.js';
import { document2 } from './document-2.js';

/*
 * Read from the document's text, article by article: what it is about, whose staff, what follows.
 * A tick: 一经查证属实, 经查证属实 or 经查获; an exclamation mark: 一律解雇.
 */
const AS_WRITTEN = `
D9.adopted            sales           merit
D9.profit             sales           major-merit
D10.adopted           sales           merit
D10.profit            sales           major-merit
D11.intelligence      sales           merit
D12.credit-check      sales           merit
D13.new-ground        sales           merit
D14.half-year         sales           merit
D14.year              sales           merit
D14.three-years       sales           major-merit
D14.exceeded          sales           merit
D14.far-exceeded      sales           major-merit
D15.slow-moving       sales           merit
D16.embezzlement      sales  !        dismissal+legal-action
D17.collusion         sales  ✓!       dismissal
D18.competing         sales  ✓!       dismissal
D18.unreported        sales           demerit
D19.three-months      sales           transfer|dismissal
D20.idle              sales  ✓        absence+demerit
D20.with-subordinates sales  ✓        absence+removal
D21.no-call           sales  ✓        demerit
D22.shortage          sales           dismissal
D23.discord           sales  ✓        major-demerit|dismissal(grave)
D24.half-year         sales           demerit
D24.year              sales           demerit
D25.no-customer-file  sales  ✓        demerit
D26.talks-back        sales           demerit
D26.disobeys          sales           major-demerit
D27.vehicle           sales           demerit
D28.report            sales           demerit
D29.technique         repair          merit
D30.extra-service     repair          income-share
D31.reputation        repair          merit
D32.year              repair          merit
D32.exceeded          repair          merit
D32.far-exceeded      repair          major-merit
D32.three-years       repair          major-merit
D33.collusion         repair ✓!       dismissal
D34.three-months      repair          transfer|dismissal
D35.idle              repair ✓        absence+demerit
D35.with-subordinates repair ✓        absence+removal
D36.half-year         repair          demerit
D36.year              repair          demerit
D37.no-repair-file    repair ✓        demerit
D38.talks-back        repair          demerit
D38.slacks            repair          demerit
D38.refuses-work      repair          major-demerit
D39.vehicle           repair          demerit
D40.income-kept       repair ✓        major-demerit`;

const row = (clause: Clause) => {
  const marks = `${clause.verified ? '✓' : ''}${clause.absolute ? '!' : ''}`;
  const outcomes = clause.outcomes.map(
    ({ measures, grave }) => `${measures.join('+')}${grave ? '(grave)' : ''}`,
  );
  return [nameOf(clause), clause.department, marks, outcomes.join('|')].filter(Boolean).join(' ');
};

test('[D41] document 2 as data says what D9 to D40 say', () => {
  const written = AS_WRITTEN.trim()
    .split('\n')
    .map((line) => line.replaceAll(/ +/g, ' '));
  expect(document2.clauses.map(row)).toEqual(written);
});

test('[D41] every article from D9 to D40 is in it', () => {
  const awarding = articles.map(({ id }) => id).filter((id) => /^D(9|[123]\d|40)$/.test(id));
  expect(awarding).toHaveLength(32);
  expect([...new Set(document2.clauses.map(({ article }) => article))]).toEqual(awarding);
});

test('[D41] what is verified and what is absolute stands so in the article', () => {
  const textOf = (id: string) => articles.find((each) => each.id === id)!.text.zh;
  for (const { article, verified, absolute } of document2.clauses) {
    if (verified) expect(textOf(article)).toMatch(/查证属实|查获/);
    if (absolute) expect(textOf(article)).toContain('一律解雇');
  }
});

test.each([
  ['D9.profit', { profit: '100000.00', months: 12 }],
  ['D10.profit', { profit: '100000.00', months: 12 }],
  ['D14.half-year', { atLeast: 100 }],
  ['D14.year', { atLeast: 100 }],
  ['D14.three-years', { atLeast: 100, periods: 3 }],
  ['D14.exceeded', { atLeast: 120, below: 150 }],
  ['D14.far-exceeded', { atLeast: 150 }],
  ['D19.three-months', { below: 100, periods: 3 }],
  ['D24.half-year', { below: 70 }],
  ['D24.year', { below: 80 }],
  ['D30.extra-service', { share: 20 }],
  ['D32.exceeded', { atLeast: 120, below: 150 }],
  ['D32.far-exceeded', { atLeast: 150 }],
  ['D34.three-months', { below: 100, periods: 3 }],
  ['D36.half-year', { below: 70 }],
  ['D36.year', { below: 80 }],
])('[D41] the numbers of %s', (name, thresholds) => {
  expect(document2.clauses.find((each) => nameOf(each) === name)?.thresholds).toEqual(thresholds);
});

test('[D6] [D7] three levels of reward and three of discipline, with the points of D8', () => {
  expect(levels.map((level) => [level, document2.points[level]])).toEqual([
    ['commendation', 1],
    ['merit', 3],
    ['major-merit', 9],
    ['warning', -1],
    ['demerit', -3],
    ['major-demerit', -9],
  ]);
});

test('[D8] [D41] three of a kind make a major one, three major demerits bring dismissal, converted first', () => {
  const { meritsToMajor, demeritsToMajor, majorsToDismissal, order } = document2;
  expect([meritsToMajor, demeritsToMajor, majorsToDismissal]).toEqual([3, 3, 3]);
  expect(order).toBe('convert-then-offset');
});
