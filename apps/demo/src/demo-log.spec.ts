import { expect, test } from '@jest/globals';
import { readEnvironment } from '../../server/src/environment.js';
import { demoLogOf } from './demo-log.js';

const connectionString = 'esdb://localhost:2113?tls=false';
const environment = readEnvironment({
  EVENT_STORE: 'eventstoredb',
  EVENTSTOREDB_URL: connectionString,
  EVENTSTOREDB_STREAM_PREFIX: 'north',
});

test('the demo plays on the EventStoreDB that it is told of, and else in PostgreSQL', () => {
  expect(demoLogOf(environment, false)).toEqual({ connectionString, streamPrefix: 'north' });
  expect(demoLogOf(readEnvironment({}), false)).toBeUndefined();
  expect(demoLogOf(readEnvironment({}), true)).toBeUndefined();
});

test('what is played once begins with nothing, under a prefix of its own', () => {
  const [one, two] = [demoLogOf(environment, true), demoLogOf(environment, true)];
  expect(one).toEqual({
    connectionString,
    streamPrefix: expect.stringMatching(/^demo_[0-9a-f]+$/),
  });
  expect(one!.streamPrefix).not.toBe(two!.streamPrefix);
});
