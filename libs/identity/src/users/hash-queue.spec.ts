import { describe, expect, test } from '@jest/globals';
import { HashQueue, ROOM, SHARE, type Turn } from './hash-queue.js';

/** A queue of two lanes, both taken until `next` ends what has been begun longest. */
function busyQueue() {
  const queue = new HashQueue(2);
  const done: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => () => {
    done.push(name);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const ask = (name: string, turn: Turn) =>
    queue.take(turn, work(name)).catch(({ code }: { code: string }) => code);
  void ask('first', { rank: 'stranger', party: 'first' });
  void ask('second', { rank: 'stranger', party: 'second' });
  const next = async () => {
    await settled();
    ends.shift()!();
    await settled();
  };
  return { ask, next, done };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

const stranger = (party: string): Turn => ({ rank: 'stranger', party });

describe('the queue of password hashes', () => {
  test('takes a stranger no further once it is full, and says when to come again', async () => {
    const queue = new HashQueue(0);
    const ask = (n: number) => queue.take(stranger(`10.0.0.${n}`), () => Promise.resolve());
    for (let n = 0; n < ROOM; n++) void ask(n);
    await expect(ask(ROOM)).rejects.toMatchObject({
      status: 503,
      code: 'sign-ins-full',
      details: { headers: { 'Retry-After': '10' } },
    });
  });

  test('gives one address no more than its share', async () => {
    const { ask, done, next } = busyQueue();
    const answers = Array.from({ length: 50 }, (_, n) => ask(`one-${n}`, stranger('10.0.0.1')));
    void ask('another', stranger('10.0.0.2'));
    await Promise.all(
      answers.slice(SHARE).map((answer) => expect(answer).resolves.toBe('too-many-attempts')),
    );
    for (let n = 0; n <= SHARE; n++) await next();
    expect(done).toHaveLength(2 + SHARE + 1);
    expect(done.at(-1)).toBe('another');
  });

  test('lets in first who is signed in, then who is known there, however many strangers wait', async () => {
    const { ask, done, next } = busyQueue();
    for (let n = 0; n < 2 * ROOM; n++) void ask(`stranger-${n}`, stranger(`10.0.0.${n}`));
    void ask('known', { rank: 'acquainted', party: '10.0.0.1 wang' });
    void ask('signed in', { rank: 'signed-in', party: 'operator' });
    for (let n = 0; n < 3; n++) await next();
    expect(done.slice(2)).toEqual(['signed in', 'known', 'stranger-0']);
  });

  test('gives the place of one who has gone to another, and does nothing for them', async () => {
    const { ask, done, next } = busyQueue();
    const gone = new AbortController();
    const party = '10.0.0.1';
    const left = Array.from({ length: SHARE }, (_, n) =>
      ask(`gone-${n}`, { ...stranger(party), asked: gone.signal }),
    );
    gone.abort(Object.assign(new Error('gone'), { code: 'gone' }));
    expect(new Set(await Promise.all(left))).toEqual(new Set(['gone']));
    void ask('still here', stranger(party));
    await next();
    expect(done.slice(2)).toEqual(['still here']);
  });
});
