import { expect, test } from '@jest/globals';
import { nextEventLoopTurn } from './event-loop-turn.js';

test('of all that is ready at once, one passes in each round of the event loop', async () => {
  let round = 0;
  let ended = false;
  const passed: number[] = [];
  const all = Promise.all(
    Array.from({ length: 20 }, () => nextEventLoopTurn().then(() => passed.push(round))),
  ).then(() => (ended = true));
  while (!ended) {
    await new Promise((resolve) => setImmediate(resolve));
    round++;
  }
  await all;
  expect(new Set(passed).size).toBe(20);
});
