import { expect, test } from '@jest/globals';
import { labelSheet, ON_A_SHEET, type Label } from './label-sheet.js';

const label = (id: string, name = '电容 35μF'): Label => ({ kind: 'material', id, name });

/** The bars of the first code of a sheet, from left to right, in modules: where each begins, and its width. */
function barsIn(sheet: string): [number, number][] {
  const code = /<svg x=.*?<\/svg>/s.exec(sheet)![0];
  const paths = [...code.matchAll(/stroke-width="(\d+)" d="([^"]+)"/g)];
  return paths
    .flatMap(([, width, drawn]) =>
      [...drawn!.matchAll(/M([\d.]+) /g)].map(([, middle]): [number, number] => [
        (Number(middle) - Number(width) / 2) / 2,
        Number(width) / 2,
      ]),
    )
    .toSorted(([a], [b]) => a - b);
}

/* The patterns of Code 128, by value from 0; 104 begins set B, in which a value is a character. */
const PATTERNS =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232'.split(
    ' ',
  );
const BEGINS_B = 104;

/** What a scanner reads of bars, with their check. */
function scanned(bars: readonly [number, number][]): string {
  const widths = bars.flatMap(([from, width], index) => {
    const next = bars[index + 1];
    return next ? [width, next[0] - from - width] : [width];
  });
  const symbols = widths.slice(0, -7).join('').match(/.{6}/g)!;
  const [begins, ...values] = symbols.map((symbol) => PATTERNS.indexOf(symbol));
  const check = values.pop();
  const sum = values.reduce((all, value, index) => all + value * (index + 1), begins!);
  expect([begins, check]).toEqual([BEGINS_B, sum % 103]);
  return values.map((value) => String.fromCharCode(value + 32)).join('');
}

test('[R11] the bars of a label are those of its code', async () => {
  const sheet = await labelSheet([label('CAP-35')]);
  expect(scanned(barsIn(sheet))).toBe('M:CAP-35');
  expect(sheet).toContain('>M:CAP-35</text>');
  expect(sheet).toContain('>电容 35μF</text>');
});

test('[R11] what would be too wide for bars is a square', async () => {
  const sheet = await labelSheet([label('PART-WITH-A-LONG-NUMBER-77')]);
  expect(sheet).not.toContain('stroke-width');
  expect(sheet).toMatch(/<path d="M/);
});

test('[R11] a name is text on the sheet, and never part of it', async () => {
  const sheet = await labelSheet([label('CAP-35', '<script>&"x"')]);
  expect(sheet).not.toContain('<script');
  expect(sheet).toContain('&lt;script&gt;&amp;&quot;x&quot;');
  expect(await labelSheet([label('CAP-35', '很'.repeat(60))])).toContain(`>${'很'.repeat(21)}…<`);
});

test('[R11] a sheet is filled row by row, each label in a place of its own', async () => {
  const sheet = await labelSheet(
    Array.from({ length: ON_A_SHEET }, (_, index) => label(`S-${index}`)),
  );
  const places = [...sheet.matchAll(/<svg x="([\d.]+)" y="([\d.]+)"/g)].map(
    ([, x, y]) => `${x} ${y}`,
  );
  expect(new Set(places).size).toBe(ON_A_SHEET);
  expect(sheet.indexOf('M:S-1<')).toBeLessThan(sheet.indexOf('M:S-3<'));
});

test('others get their turns while a sheet is drawn', async () => {
  let turns = 0;
  const others = setInterval(() => turns++, 0);
  const long = (_: unknown, index: number) => label(`PART-WITH-A-LONG-NUMBER-${index}`);
  await labelSheet(Array.from({ length: ON_A_SHEET }, long));
  clearInterval(others);
  expect(turns).toBeGreaterThan(ON_A_SHEET / 4);
});
