import { expect, test } from '@jest/globals';
import { Invalid, notBefore, type Instant } from '@app/kernel';
import type { Sent } from '@app/http';
import { timed } from './timed.js';

const HEARD = '2026-03-02T01:00:00.000Z';
const LATER = '2026-03-02T01:00:00.200Z';

/** Heard first, and decided behind another that was heard of at `other`. */
function behind(other: Instant, ...clock: Instant[]) {
  const times: Instant[] = [];
  const sent = { receivedAt: HEARD, now: () => clock.shift() ?? LATER } as Sent;
  const carryOut = ({ receivedAt }: Sent) => {
    times.push(receivedAt);
    notBefore({ occurredAt: receivedAt } as never, other);
    return Promise.resolve(receivedAt);
  };
  return { times, of: (body: { occurredAt?: string }) => timed(body, sent, carryOut) };
}

test('a command that tells no time happens when it was heard of', async () => {
  const { times, of } = behind(HEARD);
  expect(await of({})).toBe(HEARD);
  expect(times).toEqual([HEARD]);
});

test('it happens now where another was recorded meanwhile that was heard of later', async () => {
  const { times, of } = behind(LATER, HEARD, LATER);
  expect(await of({})).toBe(LATER);
  expect(times).toEqual([HEARD, HEARD, LATER]);
});

test('one that tells its time is refused for it, and so is one that stays too early', async () => {
  const told = behind(LATER);
  await expect(told.of({ occurredAt: HEARD })).rejects.toMatchObject({
    code: 'occurred-too-early',
  });
  expect(told.times).toHaveLength(1);
  const early = behind('2026-03-02T01:01:00.000Z');
  await expect(early.of({})).rejects.toThrow(Invalid);
  expect(early.times).toHaveLength(5);
});

test('what is wrong with anything else is not tried again', async () => {
  let tried = 0;
  const wrong = timed({}, { receivedAt: HEARD, now: () => LATER } as Sent, () => {
    tried += 1;
    return Promise.reject(new Invalid('x', { zh: '错', en: 'wrong' }, '/reason'));
  });
  await expect(wrong).rejects.toMatchObject({ code: 'x' });
  expect(tried).toBe(1);
});
