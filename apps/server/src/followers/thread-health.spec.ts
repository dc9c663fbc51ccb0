import { expect, test } from '@jest/globals';
import { beginsAgainAfter, ThreadHealth } from './thread-health.js';

test('a thread that cannot begin waits twice as long each time, up to half a minute', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((failures) => beginsAgainAfter(failures) / 1_000);
  expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
});

test('health says that it waits, why and until when, and that it follows again', () => {
  const health = new ThreadHealth();
  expect(health.status).toEqual({ state: 'none', failures: 0 });
  health.begins();
  health.failed('error: terminating connection');
  expect(health.ended(0)).toBe(1_000);
  expect(health.status).toEqual({
    ...{ state: 'waiting', failures: 1, reason: 'error: terminating connection' },
    againAt: '1970-01-01T00:00:01.000Z',
  });
  health.begins();
  expect(health.status).toMatchObject({ state: 'beginning', failures: 1 });
  expect(health.status).not.toHaveProperty('againAt');
  expect(health.ended(0)).toBe(2_000);
  health.begins();
  expect(health.follows()).toBe(2);
  expect(health.status).toEqual({ state: 'following', failures: 0 });
  expect(health.ended(0)).toBe(1_000);
});
