import { describe, expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { act, decided, openedCase } from '../../testing/cases.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingEvent } from '../standing.events.js';
import { nameOf, type Clause } from './clause.js';
import { document2 } from './document-2.js';
import type { EditionText } from './edition.js';
import { differs, simulate } from './simulate.js';

const under = (change: Partial<EditionText>, ...events: StandingEvent[]) =>
  simulate(fold(standingDecider, events).cases, {
    edition: '2027.1',
    text: { ...document2, ...change },
    draftedAt: at('09:00'),
    draftedBy: 'chen-gang',
  });
const changed = (name: string, change: Partial<Clause>) =>
  document2.clauses.map((each) => (nameOf(each) === name ? { ...each, ...change } : each));

const disobeyed = act(1, 'D26.disobeys');
const demerits = [2, 3, 4].flatMap((number) => [
  ...act(number, 'D28.report', at(`0${number}:00` as '02:00')),
]);

describe('[D41] an edition tried on a past year', () => {
  test('that says the same changes nothing', () => {
    const simulation = under({}, ...disobeyed, ...demerits);
    expect(differs(simulation)).toBe(false);
    expect(simulation.after).toEqual(simulation.before);
  });

  test('with other points or numbers makes another year', () => {
    const points = { ...document2.points, demerit: -2 };
    expect(under({ points }, ...demerits)).toMatchObject({
      before: { points: -9 },
      after: { points: -6 },
      verdicts: [],
    });
    const simulation = under({ demeritsToMajor: 4 }, ...demerits);
    expect(simulation.before.net).toHaveLength(1);
    expect(simulation.after.net).toHaveLength(3);
    expect(differs(simulation)).toBe(true);
  });

  test('with another outcome judges the case otherwise, and one without the clause not at all', () => {
    const milder = changed('D26.disobeys', { outcomes: [{ measures: ['demerit'] }] });
    expect(under({ clauses: milder }, ...disobeyed)).toMatchObject({
      after: { points: -3 },
      verdicts: [{ case: 1, before: ['major-demerit'], after: ['demerit'] }],
    });
    const without = document2.clauses.filter((each) => nameOf(each) !== 'D26.disobeys');
    expect(under({ clauses: without }, ...disobeyed)).toMatchObject({
      after: { points: 0, net: [] },
      verdicts: [{ case: 1, after: [] }],
    });
  });

  test('with another bound asks again whether the figures reach it', () => {
    const figures = [{ period: '2026-H1', target: '100.00', result: '65.00' }];
    const file = openedCase(1, 'D24.half-year', { figures });
    const stricter = changed('D24.half-year', { thresholds: { below: 60 } });
    expect(under({ clauses: stricter }, file, decided(file))).toMatchObject({
      before: { points: -3 },
      after: { points: 0 },
    });
  });

  test('tells whether the dismissal would have come', () => {
    const three = [1, 2, 3].flatMap((number) => [
      ...act(number, 'D26.disobeys', at(`0${number}:00` as '01:00')),
    ]);
    const simulation = under({ majorsToDismissal: 4 }, ...three);
    expect([simulation.before.dismissal, simulation.after.dismissal]).toEqual([true, false]);
  });

  test('says of that dismissal itself nothing: it follows from the others', () => {
    const three = [1, 2, 3].flatMap((number) => [
      ...act(number, 'D26.disobeys', at(`0${number}:00` as '01:00')),
    ]);
    const { clause } = document2.clauses.find(({ article }) => article === 'D16')!;
    const file = openedCase(4, `D16.${clause}`, { because: [1, 2, 3] });
    const dismissal = { ...file, data: { ...file.data, article: 'D8' as const } };
    const all = [...three, dismissal, decided(dismissal, ['dismissal'])];
    const simulation = under({}, ...all);
    expect(simulation.verdicts).toEqual([]);
    expect(simulation.after).toEqual(simulation.before);
    const without = document2.clauses.filter(({ article }) => article !== 'D16');
    expect(under({ clauses: without }, ...all).verdicts).toEqual([]);
  });
});
