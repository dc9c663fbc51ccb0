import { describe, expect, test } from '@jest/globals';
import { instantOf, utcOf, withInstants } from './business-clock.js';

describe('the clock of a scenario', () => {
  test('reads a time of the day on the story’s day', () => {
    expect(instantOf('09:30', '2026-03-02')).toBe('2026-03-02T09:30:00+08:00');
    expect(instantOf('09:30:15', '2026-03-02')).toBe('2026-03-02T09:30:15+08:00');
  });

  test('reads a time with its date, whatever the story’s day', () => {
    expect(instantOf('2026-03-03 00:25', '2026-03-02')).toBe('2026-03-03T00:25:00+08:00');
  });

  test('leaves alone what is no business time', () => {
    for (const text of ['2026-03-02T09:30:00Z', '9:30', '约 09:30', ''])
      expect(instantOf(text, '2026-03-02')).toBe(text);
  });

  test('tells the instant as the API does', () => {
    expect(utcOf('07:30', '2026-03-02')).toBe('2026-03-01T23:30:00.000Z');
    expect(() => utcOf('soon', '2026-03-02')).toThrow(RangeError);
  });

  test('knows no 30 February, as the API does not', () => {
    expect(() => utcOf('09:30', '2026-02-30')).toThrow('the time "09:30" must be an ISO 8601');
    expect(() => utcOf('2026-02-30 09:30', '2026-03-02')).toThrow(RangeError);
  });

  test('turns the times in data, at any depth, and no other text', () => {
    const data = {
      reason: '09:30',
      window: { from: '09:30', until: '2026-03-03 10:30' },
      steps: [{ resumeAt: '13:00' }],
      amount: 3,
      nothing: null,
    };
    expect(withInstants(data, '2026-03-02')).toEqual({
      reason: '09:30',
      window: { from: '2026-03-02T09:30:00+08:00', until: '2026-03-03T10:30:00+08:00' },
      steps: [{ resumeAt: '2026-03-02T13:00:00+08:00' }],
      amount: 3,
      nothing: null,
    });
  });

  test('leaves hours that come round every day', () => {
    const site = { quietHours: [{ from: '11:30', until: '13:00' }] };
    expect(withInstants(site, '2026-03-02')).toEqual(site);
  });
});
