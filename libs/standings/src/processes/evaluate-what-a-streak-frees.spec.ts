import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { ActRevoked } from '../domain/case/appeal.events.js';
import { laterOf, openedCase } from '../testing/cases.js';
import { evaluateWhatAStreakFrees } from './evaluate-what-a-streak-frees.js';

const { given } = processOf(evaluateWhatAStreakFrees);

const freed = (
  name: string,
  periods: readonly string[],
  more: object = {},
  revoked: Partial<ActRevoked['data']> = { replacedBy: 2 },
) => {
  const figures = periods.map((period) => ({ period, target: '100.00', result: '0.00' }));
  const file = openedCase(1, name, { figures, evaluated: true, ...more });
  const took = laterOf(file)('ActRevoked', { case: 1, ...revoked });
  return recorded('standing-he-ying:2026', [file, took]);
};
const again = (period: string) => ({
  ...{ category: 'standing', id: 'he-ying', type: 'EvaluatePeriodAgain' },
  data: { employee: 'he-ying', year: period.slice(0, 4), period },
});

test.each([
  ['D14.three-years', '2026 2027 2028', '2026 2027 2028 2029 2030'],
  ['D32.three-years', '2026 2027 2028', '2026 2027 2028 2029 2030'],
  ['D19.three-months', '2026-10 2026-11 2026-12', '2026-10 2026-11 2026-12 2027-01 2027-02'],
  ['D34.three-months', '2026-01 2026-02 2026-03', '2026-01 2026-02 2026-03 2026-04 2026-05'],
])('[D14] [D32] [D19] [D34] %s of %s that was taken back has %s evaluated', (name, of, ends) => {
  given(...freed(name, of.split(' '))).thenCommands(...ends.split(' ').map(again));
});

test('[D14] what is no streak, was revoked on an appeal, or is the correction itself frees nothing', () => {
  const three = ['2026', '2027', '2028'];
  given(...freed('D14.exceeded', ['2028'])).thenNothing();
  given(...freed('D14.three-years', three, {}, { reason: '申诉成立' })).thenNothing();
  given(...freed('D14.three-years', three, { replaces: 1 })).thenNothing();
});
