import { newId } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { commandIdOf } from './conditions.js';

const KEYS = ['7', newId(0), 'b6ad1ab5-6d13-4c8b-9c57-3a2d1f0f6f3e'];

test('a key names one command of its principal', () => {
  const ids = ['li-wei', 'wang-fang'].flatMap((login) =>
    KEYS.map((key) => commandIdOf(login, key)),
  );
  expect(new Set(ids).size).toBe(6);
  expect(KEYS.map((key) => commandIdOf('li-wei', key))).toEqual(ids.slice(0, 3));
});

test('without a key each request is a command of its own', () => {
  expect(commandIdOf('li-wei', undefined)).not.toBe(commandIdOf('li-wei', undefined));
});

test('the command of a key that begins with a time begins with the same time', () => {
  const key = newId(Date.parse('2026-03-02T01:00:00Z'));
  expect(commandIdOf('li-wei', key).slice(0, 13)).toBe(key.slice(0, 13));
});

test.each(['', 'two words', '键', 'k'.repeat(201)])('refuses the key "%s"', (key) => {
  expect(() => commandIdOf('li-wei', key)).toThrow(
    expect.objectContaining({ code: 'bad-idempotency-key' }),
  );
});
