import { expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { instant } from '@app/kernel';
import { missingYear } from './missing-year.js';

const published = (...years: string[]) =>
  new StatedContexts((stream) => {
    const year = years.find((each) => stream === `calendar-${each}`);
    return year && { year };
  });
const on = (day: string) => instant(`${day}T00:00+08:00`);

test.each([
  ['the next year is asked for from 1 November on', '2026-11-01', '2027', ['2026']],
  ['and not a day before', '2026-10-31', undefined, ['2026']],
  ['this year first', '2026-11-01', '2026', ['2025']],
  ['and on in the year itself, until it is there', '2027-03-01', '2027', ['2026']],
  ['with both there is nothing to ask for', '2026-12-31', undefined, ['2026', '2027']],
])('[V19] %s', async (_, day, missing, years) => {
  expect(await missingYear(published(...years), on(day))).toBe(missing);
});
