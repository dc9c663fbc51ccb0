import { expect, test } from '@jest/globals';
import { Rest } from './rest.js';

const HOUR = 3_600_000;
const never = new AbortController().signal;

test('a rest lasts as long as it was to', async () => {
  const began = performance.now();
  await new Rest().take(30, never);
  expect(performance.now() - began).toBeGreaterThan(25);
});

test('it ends when somebody ends it, or the signal is given', async () => {
  const rest = new Rest();
  const ended = rest.take(HOUR, never);
  rest.end();
  await ended;
  const stopping = new AbortController();
  const stopped = rest.take(HOUR, stopping.signal);
  stopping.abort();
  await stopped;
  await rest.take(HOUR, stopping.signal);
});

test('who ends it between two rests is not kept waiting by the next, but by the one after', async () => {
  const rest = new Rest();
  rest.end();
  await rest.take(HOUR, never);
  const began = performance.now();
  await rest.take(30, never);
  expect(performance.now() - began).toBeGreaterThan(25);
});
