import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PlayedYears } from '../testing/played-years.js';

/*
 * D14 from the text alone: 连续三年度达成业绩目标者，记大功一次. Of years met one after another the third, the
 * sixth and so on bring a major merit, as a streak starts anew once it has counted.
 */

const YEARS = ['2025', '2026', '2027', '2028', '2029', '2030', '2031'];
const NAME = 'D14.three-years';

function byTheText(met: readonly boolean[]): string[] {
  let streak = 0;
  return YEARS.filter((_, index) => {
    streak = met[index] ? streak + 1 : 0;
    if (streak < 3) return false;
    streak = 0;
    return true;
  });
}

/** Each year met (`m`) or not (`-`), evaluated from the first on. */
async function evaluated(met: string): Promise<PlayedYears> {
  const played = new PlayedYears();
  for (const [index, each] of [...met].entries()) reach(played, YEARS[index]!, each === 'm');
  for (const year of YEARS.slice(0, met.length)) await played.evaluate(year);
  return played;
}

function reach(played: PlayedYears, year: string, met: boolean): void {
  played.reached(year, met ? '1200.00' : '1199.99');
}

async function corrected(played: PlayedYears, year: string, met = false): Promise<void> {
  reach(played, year, met);
  await played.evaluate(year);
}

test('[D14] while nobody has decided, what is proposed is what the text says, whatever is corrected in whichever order', async () => {
  // Mostly met: else there is hardly a streak.
  const met = fc.array(fc.constantFrom(true, true, true, false), {
    minLength: YEARS.length,
    maxLength: YEARS.length,
  });
  const order = fc.shuffledSubarray(YEARS, { minLength: YEARS.length, maxLength: YEARS.length });
  const corrections = fc.array(fc.tuple(fc.nat({ max: YEARS.length - 1 }), fc.boolean()), {
    maxLength: 3,
  });
  let proposed = 0;
  await fc.assert(
    fc.asyncProperty(met, order, corrections, async (first, years, later) => {
      const played = new PlayedYears();
      const now = [...first];
      for (const [index, each] of now.entries()) reach(played, YEARS[index]!, each);
      for (const year of years) await played.evaluate(year);
      for (const [index, each] of later) {
        now[index] = each;
        await corrected(played, YEARS[index]!, each);
      }
      const stand = played.told(NAME).filter((each) => !each.includes('dropped'));
      expect(stand).toEqual(byTheText(now).map((year) => `${year} proposed`));
      proposed += stand.length;
    }),
    { numRuns: 20, seed: 14 },
  );
  expect(proposed).toBeGreaterThan(10);
});

interface Row {
  readonly what: string;
  readonly met: string;
  /** Years whose major merit was decided before. */
  readonly decided?: readonly string[];
  readonly corrects: readonly [year: string, met?: true];
  readonly comes: readonly string[];
  /** And once what was proposed to take back was decided, in these years; absent: nothing was. */
  readonly then?: readonly [years: readonly string[], comes: readonly string[]];
}

const TAKEN_BACK = ['2027 revoked', '2027 decided D14.corrected for 1'];
const ASKED = ['2027 decided', '2027 proposed D14.corrected for 1'];

const TABLE: readonly Row[] = [
  {
    what: 'the first of six: two streaks move on by a year, of which the second is not over',
    met: 'mmmmmm',
    corrects: ['2025'],
    comes: ['2027 dropped', '2028 proposed', '2030 dropped'],
  },
  {
    what: 'the first of six, its streak decided: the next moves once that was taken back, and not before',
    met: 'mmmmmm',
    decided: ['2027'],
    corrects: ['2025'],
    comes: [...ASKED, '2030 proposed'],
    then: [['2027'], [...TAKEN_BACK, '2028 proposed', '2030 dropped']],
  },
  {
    what: 'the first of six, both decided: the second stands, and nothing comes beside it',
    met: 'mmmmmm',
    decided: ['2027', '2030'],
    corrects: ['2025'],
    comes: [...ASKED, '2030 decided'],
    then: [['2027'], [...TAKEN_BACK, '2030 decided']],
  },
  {
    what: 'the first of six, the second streak alone decided: the first ends, and moves nowhere',
    met: 'mmmmmm',
    decided: ['2030'],
    corrects: ['2025'],
    comes: ['2027 dropped', '2030 decided'],
  },
  {
    what: 'the fourth of six: the first streak stands, the second ends',
    met: 'mmmmmm',
    decided: ['2027'],
    corrects: ['2028'],
    comes: ['2027 decided', '2030 dropped'],
  },
  {
    what: 'the fifth of seven, decided: its act is taken back, and no other three are left',
    met: 'mmmmmmm',
    decided: ['2027', '2030'],
    corrects: ['2029'],
    comes: ['2027 decided', '2030 decided', '2030 proposed D14.corrected for 1'],
    then: [['2030'], ['2027 decided', '2030 revoked', '2030 decided D14.corrected for 1']],
  },
  {
    what: 'the fourth of seven, decided: its act is taken back, and a streak of three follows it',
    met: 'mmmmmmm',
    decided: ['2027', '2030'],
    corrects: ['2028'],
    comes: ['2027 decided', '2030 decided', '2030 proposed D14.corrected for 1'],
    then: [
      ['2030'],
      ['2027 decided', '2030 revoked', '2030 decided D14.corrected for 1', '2031 proposed'],
    ],
  },
  {
    what: 'a year that was met after all: the streak ends sooner, and the later one goes',
    met: 'm-mmm',
    corrects: ['2026', true],
    comes: ['2027 proposed', '2029 dropped'],
  },
  {
    what: 'a year that was met after all, the later one decided, two years on: nothing comes beside it',
    met: 'm-mmm',
    decided: ['2029'],
    corrects: ['2026', true],
    comes: ['2029 decided'],
  },
];

describe('[D14] what is corrected is followed through all later years: of years met,', () => {
  test.each(TABLE)('$what', async ({ met, decided = [], corrects, comes, then }) => {
    const played = await evaluated(met);
    for (const year of decided) await played.decideAll(NAME, year);
    await corrected(played, ...corrects);
    expect(played.told(NAME)).toEqual(comes);
    if (!then) return;
    const [years, comesThen] = then;
    for (const year of years) await played.decideAll('D14.corrected', year);
    expect(played.told(NAME)).toEqual(comesThen);
  });
});

describe('[D8] [D14] a year that is closed', () => {
  test('is not changed until it is reopened; those after it are followed all the same', async () => {
    const played = await evaluated('mmm');
    await played.decideAll(NAME, '2027');
    played.closed.add('2026');
    await corrected(played, '2025');
    expect(played.refused).toEqual(['2026']);
    expect(played.told(NAME)).toEqual(ASKED);
  });

  test('keeps its act and what that counts for, and is followed once it is reopened and evaluated', async () => {
    const played = await evaluated('mmmm');
    await played.decideAll(NAME, '2027');
    played.closed.add('2027');
    await corrected(played, '2025');
    expect(played.refused).toContain('2027');
    expect(played.told(NAME)).toEqual(['2027 decided']);
    played.closed.clear();
    await played.evaluate('2027');
    expect(played.told(NAME)).toEqual(ASKED);
    await played.decideAll('D14.corrected', '2027');
    expect(played.told(NAME)).toEqual([...TAKEN_BACK, '2028 proposed']);
  });
});

test('[D14] a streak is no other clause than the year’s own: neither is proposed in place of the other', async () => {
  const played = await evaluated('m-m');
  played.reached('2027', '1440.00');
  await played.evaluate('2027');
  await played.decideAll('D14.exceeded', '2027');
  // At one time the third year comes to less, and the one before it to more.
  played.reached('2027', '1200.00');
  reach(played, '2026', true);
  await played.evaluate('2027');
  expect(played.told('D14.exceeded')).toEqual([
    '2027 decided',
    '2027 proposed D14.corrected for 1',
  ]);
  expect(played.told(NAME)).toEqual(['2027 proposed']);
});
