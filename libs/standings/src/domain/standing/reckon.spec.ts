import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { levels, type Level } from '../edition/clause.js';
import { document2 } from '../edition/document-2.js';
import type { ReckoningOrder } from '../edition/edition.js';
import { countOf, reckon, standsForDismissal, type Act } from './reckon.js';

const { points } = document2;
const by = (order: ReckoningOrder = 'convert-then-offset') => ({ ...document2, order });

const actsOf = (...given: readonly Level[]): Act[] =>
  given.map((level, index) => ({
    case: index + 1,
    level,
    points: points[level],
    date: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
  }));

const left = (acts: readonly Act[], order?: ReckoningOrder) => {
  const explained = reckon(acts, by(order));
  return Object.fromEntries(
    levels.map((level) => [level, countOf(explained, level)]).filter(([, count]) => count !== 0),
  ) as Partial<Record<Level, number>>;
};

const grossOf = (acts: readonly Act[]) =>
  Object.fromEntries(
    levels.map((level) => [level, acts.filter((each) => each.level === level).length]),
  ) as Record<Level, number>;

describe('[D8] the year, by the article’s own order', () => {
  test('three merits are one major merit, three demerits one major demerit', () => {
    expect(left(actsOf('merit', 'merit', 'merit', 'merit'))).toEqual({
      'major-merit': 1,
      merit: 1,
    });
    expect(left(actsOf('demerit', 'demerit', 'demerit'))).toEqual({ 'major-demerit': 1 });
    expect(left(actsOf('demerit', 'demerit'))).toEqual({ demerit: 2 });
  });

  test('like offsets like, one for one', () => {
    expect(left(actsOf('commendation', 'warning'))).toEqual({});
    expect(left(actsOf('merit', 'demerit'))).toEqual({});
    expect(left(actsOf('major-merit', 'major-demerit'))).toEqual({});
    expect(left(actsOf('commendation', 'demerit'))).toEqual({ commendation: 1, demerit: 1 });
    expect(left(actsOf('merit', 'major-demerit'))).toEqual({ merit: 1, 'major-demerit': 1 });
  });

  test('two merits and three demerits leave two merits and one major demerit, −3 points', () => {
    const acts = actsOf('merit', 'demerit', 'merit', 'demerit', 'demerit');
    expect(left(acts)).toEqual({ merit: 2, 'major-demerit': 1 });
    expect(reckon(acts, by()).points).toBe(-3);
  });

  test('the other order offsets first, converts what is left, and offsets the majors just made', () => {
    const acts = actsOf('merit', 'demerit', 'merit', 'demerit', 'demerit');
    expect(left(acts, 'offset-then-convert')).toEqual({ demerit: 1 });
    const made = actsOf('merit', 'merit', 'merit', 'major-demerit');
    expect(left(made, 'offset-then-convert')).toEqual({});
  });

  test('the standing says which made which, and which went against which', () => {
    const acts = actsOf('demerit', 'major-merit', 'demerit', 'demerit', 'major-demerit');
    expect(reckon(acts, by())).toMatchObject({
      converted: [{ level: 'major-demerit', of: [1, 3, 4] }],
      offset: [
        {
          reward: { level: 'major-merit', of: [2] },
          discipline: { level: 'major-demerit', of: [5] },
        },
      ],
      net: [{ level: 'major-demerit', of: [1, 3, 4] }],
      points: -9,
      months: [
        { month: '2026-01', points: -3, of: [1] },
        { month: '2026-02', points: 9, of: [2] },
        { month: '2026-03', points: -3, of: [3] },
        { month: '2026-04', points: -3, of: [4] },
        { month: '2026-05', points: -9, of: [5] },
      ],
    });
  });

  test('three major demerits that are left bring dismissal, two do not', () => {
    const three = actsOf('major-demerit', 'major-demerit', 'demerit', 'demerit', 'demerit');
    expect(standsForDismissal(grossOf(three), by())).toBe(true);
    expect(standsForDismissal(grossOf(three.slice(0, 4)), by())).toBe(false);
    const offset = grossOf([...three, ...actsOf('major-merit')]);
    expect(standsForDismissal(offset, by())).toBe(false);
    // Two merits and three demerits: converted first they are a third major demerit, offset first they are none.
    const merits = actsOf('merit', 'merit', 'demerit', 'demerit', 'demerit');
    const converted = grossOf([...merits, ...actsOf('major-demerit', 'major-demerit')]);
    expect(standsForDismissal(converted, by())).toBe(true);
    expect(standsForDismissal(converted, by('offset-then-convert'))).toBe(false);
  });
});

/*
 * The reference, naive and from the text alone: (一) 三次记功=一次大功; (二) 三次记过=一次大过;
 * (三) 功过相抵, 一次抵一次; (五) the points of each in its month.
 */
type Counts = Record<Level, number>;

function threeMakeOne(counts: Counts): Counts {
  const after = { ...counts };
  while (after.merit >= 3) {
    after.merit -= 3;
    after['major-merit'] += 1;
  }
  while (after.demerit >= 3) {
    after.demerit -= 3;
    after['major-demerit'] += 1;
  }
  return after;
}

function oneAgainstOne(counts: Counts): Counts {
  const after = { ...counts };
  for (const [good, bad] of [
    ['commendation', 'warning'],
    ['merit', 'demerit'],
    ['major-merit', 'major-demerit'],
  ] as const)
    while (after[good] > 0 && after[bad] > 0) {
      after[good] -= 1;
      after[bad] -= 1;
    }
  return after;
}

const written: Readonly<Record<ReckoningOrder, (counts: Counts) => Counts>> = {
  'convert-then-offset': (counts) => oneAgainstOne(threeMakeOne(counts)),
  'offset-then-convert': (counts) => oneAgainstOne(threeMakeOne(oneAgainstOne(counts))),
};

const act = fc.record({
  level: fc.constantFrom(...levels),
  date: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}-10`),
});
const year = fc
  .array(act, { maxLength: 25 })
  .map((all) =>
    all.map((each, index) => ({ ...each, case: index + 1, points: points[each.level] })),
  );
const order = fc.constantFrom<ReckoningOrder>('convert-then-offset', 'offset-then-convert');

test('[D8] counts are those of the text, whatever the order of decisions, in both orders', () => {
  fc.assert(
    fc.property(year, order, fc.infiniteStream(fc.nat()), (acts, which, random) => {
      const counts = grossOf(acts);
      const explained = reckon(acts, by(which));
      for (const level of levels)
        expect(countOf(explained, level)).toBe(written[which](counts)[level]);
      const stands = written[which](counts)['major-demerit'] >= 3;
      expect(standsForDismissal(counts, by(which))).toBe(stands);
      const shuffled = acts
        .map((each) => [random.next().value, each] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, each]) => each);
      expect(reckon(shuffled, by(which))).toEqual(explained);
    }),
  );
});

test('[D8] points are of their month, add up to the year, and no order moves them', () => {
  fc.assert(
    fc.property(year, (acts) => {
      const [one, other] = [reckon(acts, by()), reckon(acts, by('offset-then-convert'))];
      const sum = acts.reduce((total, each) => total + each.points, 0);
      expect([one.points, other.points]).toEqual([sum, sum]);
      expect(one.months).toEqual(other.months);
      expect(one.months.reduce((total, month) => total + month.points, 0)).toBe(sum);
    }),
  );
});

test('[D8] every act is left, offset or converted, and never two of them', () => {
  fc.assert(
    fc.property(year, order, (acts, which) => {
      const { net, offset } = reckon(acts, by(which));
      const used = [...net, ...offset.flatMap(({ reward, discipline }) => [reward, discipline])];
      const cases = used.flatMap(({ of }) => of).toSorted((a, b) => a - b);
      expect(cases).toEqual(acts.map((each) => each.case));
    }),
  );
});
