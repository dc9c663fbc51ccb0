import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Client } from '@app/postgres';
import { testDatabase } from '../../../../../test/support/database.js';
import { plusDays, plusMonths } from '@app/kernel';
import { warrantyOf, type Beginning } from './warranty.js';

const system: Beginning = { kind: 'system', acceptedOn: '2024-03-17' };
const lastDay = (unit: Beginning) => warrantyOf(unit)?.until;

test.each([
  ['the same date two years on', '2024-03-17', '2026-03-17'],
  ['the same date from one leap day’s year to another', '2024-02-28', '2026-02-28'],
  ['28 February for the 29th', '2024-02-29', '2026-02-28'],
  ['the last of the year', '2023-12-31', '2025-12-31'],
  ['1 March, behind a leap day', '2022-03-01', '2024-03-01'],
])('[B2] the last day is %s', (_, acceptedOn, until) => {
  expect(lastDay({ ...system, acceptedOn })).toBe(until);
});

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2024-10-31', 6, '2025-04-30'],
  ['2024-12-01', 13, '2026-01-01'],
])('[B2] of %s, %i months agreed by tender end on %s', (acceptedOn, months, until) => {
  const terms = { document: 'ZB-1', months };
  expect(warrantyOf({ ...system, acceptedOn, terms })).toEqual({
    countedFrom: 'final-acceptance',
    from: acceptedOn,
    until,
    months,
    document: 'ZB-1',
  });
});

test('[B2] tender and contract may say the last day itself, which goes before months', () => {
  const terms = { document: 'HT-1', months: 12, until: '2030-06-30' };
  expect(warrantyOf({ ...system, terms })).toEqual({
    countedFrom: 'final-acceptance',
    from: '2024-03-17',
    until: '2030-06-30',
    document: 'HT-1',
  });
});

test('[B2] a complaint of others: a system’s warranty is counted from the final acceptance, not from the purchase', () => {
  const bought = { kind: 'system' as const, purchasedOn: '2023-06-01' };
  expect(warrantyOf(bought)).toBeUndefined();
  expect(warrantyOf({ ...bought, acceptedOn: '2024-03-17' })).toMatchObject({
    countedFrom: 'final-acceptance',
    from: '2024-03-17',
    until: '2026-03-17',
  });
});

test('[B2] a product that nobody accepts has its warranty from the purchase', () => {
  const product = { kind: 'product' as const };
  expect(warrantyOf(product)).toBeUndefined();
  expect(warrantyOf({ ...product, purchasedOn: '2025-03-18' })).toEqual({
    countedFrom: 'purchase',
    from: '2025-03-18',
    until: '2027-03-18',
    months: 24,
  });
  const accepted = { ...product, purchasedOn: '2025-03-18', acceptedOn: '2025-05-02' };
  expect(lastDay(accepted)).toBe('2027-05-02');
});

/** What PostgreSQL's calendar says. */
async function asDatabaseCounts(
  of: readonly { date: string; months: number }[],
): Promise<string[]> {
  const client = new Client({ connectionString: (await testDatabase()).url });
  await client.connect();
  try {
    const { rows } = await client.query<{ until: string }>(
      `SELECT to_char(date + make_interval(months => months), 'YYYY-MM-DD') AS until
       FROM unnest($1::date[], $2::integer[]) WITH ORDINALITY AS of (date, months, at) ORDER BY at`,
      [of.map(({ date }) => date), of.map(({ months }) => months)],
    );
    return rows.map(({ until }) => until);
  } finally {
    await client.end();
  }
}

test('[B2] on ten thousand dates the arithmetic is that of another calendar', async () => {
  const date = fc.integer({ min: 0, max: 36_524 }).map((days) => plusDays('2000-01-01', days));
  const months = fc.oneof(fc.constant(24), fc.integer({ min: 1, max: 600 }));
  const random = fc.sample(fc.record({ date, months }), 10_000);
  expect(random.map((each) => plusMonths(each.date, each.months))).toEqual(
    await asDatabaseCounts(random),
  );
  const accepted = random.map(({ date: acceptedOn }) => lastDay({ ...system, acceptedOn }));
  expect(accepted).toEqual(await asDatabaseCounts(random.map((each) => ({ ...each, months: 24 }))));
});
