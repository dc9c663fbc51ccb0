import { expect, test } from '@jest/globals';
import { knownFigures, monthly } from '../../testing/figures.js';
import type { Days } from '../figures/days.js';
import { figureOf } from './figure-of-period.js';

const targets = { sales: monthly('2028', '1000.00') };
const results = { sales: monthly('2028', '500.00') };
const proRata = 'by-days' as const;

const of = (period: string, kept: { presence?: readonly Days[]; leave?: Days[] }, by = proRata) => {
  const leave = (kept.leave ?? []).map((days, index) => ({ leave: index + 1, ...days }));
  const { presence } = kept;
  const known = knownFigures(
    { 2028: { targets, results, leave } },
    { ...(presence && { presence }) },
  );
  return figureOf(period, 'sales', { ...known.kept, proRata: by });
};

test.each([
  ['all month', '2000-01-01', '2030-01-01', '1000.00'],
  ['from the 16th on, of 31 days', '2028-03-16', '2030-01-01', '516.13'],
  ['to the last day but one', '2000-01-01', '2028-03-30', '967.74'],
  ['on one day alone', '2028-03-31', '2028-03-31', '32.26'],
])('[R13] who is there %s is asked for the days of it', (_, from, until, target) => {
  expect(of('2028-03', { presence: [{ from, until }] })).toEqual({
    period: '2028-03',
    target,
    result: '500.00',
  });
});

test('[R13] 29 February is a day of its month', () => {
  const until = { from: '2000-01-01', until: '2028-02-28' };
  expect(of('2028-02', { presence: [until] })?.target).toBe('965.52');
  expect(of('2028-02', { presence: [{ ...until, until: '2028-02-29' }] })?.target).toBe('1000.00');
});

test('[R13] leave is not asked for, and a month of it is left out with its result', () => {
  const half = { leave: [{ from: '2028-03-01', until: '2028-03-15' }] };
  expect(of('2028-03', half)?.target).toBe('516.13');
  const june = { leave: [{ from: '2028-06-01', until: '2028-06-30' }] };
  expect(of('2028-06', june)).toBeUndefined();
  expect(of('2028-H1', june)).toEqual({ period: '2028-H1', target: '5000.00', result: '2500.00' });
});

test('[R13] only the months in the department count, whatever was done in others', () => {
  const presence = [{ from: '2028-10-01', until: '2028-12-31' }];
  expect(of('2028', { presence })).toEqual({
    period: '2028',
    target: '3000.00',
    result: '1500.00',
  });
  expect(of('2028-09', { presence })).toBeUndefined();
});

test('[R13] by the edition’s setting part of a month counts not at all, or as a whole', () => {
  const presence = [{ from: '2028-11-16', until: '2028-12-31' }];
  const by = (setting: 'whole-months' | 'none') => of('2028', { presence }, setting as never);
  expect(of('2028', { presence })).toMatchObject({ target: '1500.00', result: '1000.00' });
  expect(by('whole-months')).toMatchObject({ target: '1000.00', result: '500.00' });
  expect(by('none')).toMatchObject({ target: '2000.00', result: '1000.00' });
});

test('[R13] more that came back than was sold is nothing sold, and lowers the rest of a longer period', () => {
  const of = (period: string) => {
    const { kept } = knownFigures({
      2028: { targets, results: { sales: { '2028-03': '-200.00', '2028-04': '500.00' } } },
    });
    return figureOf(period, 'sales', { ...kept, proRata })?.result;
  };
  expect(of('2028-03')).toBe('0.00');
  expect(of('2028-H1')).toBe('300.00');
});
