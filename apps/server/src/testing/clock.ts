import { jest } from '@jest/globals';

/** The clock goes on for so long, and stands there; nothing but the date is held. Put back by `jest.useRealTimers`. */
export function later(seconds: number): void {
  const now = Date.now() + seconds * 1_000;
  jest.useFakeTimers({
    now,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}
