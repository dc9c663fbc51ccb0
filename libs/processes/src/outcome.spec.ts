import { expect, test } from '@jest/globals';
import { StoreOverloaded, type CommandRequest } from '@app/event-store';
import { HttpProblem } from '@app/http';
import { NotPossible, Refused, type Bilingual } from '@app/kernel';
import { endAs, sentFor } from './outcome.js';
import { maySucceedLater, outcomeOf, reasonOf, type CommandSender } from './sender.js';

const says: Bilingual = { zh: '不可', en: 'not so' };
const request = { id: 'B-1', type: 'LendBook' } as CommandRequest;

function throwing(error?: Error): CommandSender {
  return {
    send: async () => {
      if (error) throw error;
    },
  };
}

/** Sends through another thread: what is told passes through as a message does. */
function elsewhere(sender: CommandSender): CommandSender {
  return {
    send: async (category, sent) =>
      endAs(structuredClone(await sentFor(sender, category, structuredClone(sent)))),
  };
}

test.each([
  ['that succeeded', undefined],
  ['that a guard of the policy refused', new Refused('B3', 'too-early', says)],
  ['that cannot follow what happened', new NotPossible('gone', says)],
])('a command %s ends the same for whoever sent it from another thread', async (_, error) => {
  const there = throwing(error);
  expect(await outcomeOf(elsewhere(there), 'book', request)).toEqual(
    await outcomeOf(there, 'book', request),
  );
});

test.each([
  ['StoreOverloaded', new StoreOverloaded('full'), true],
  ['HttpProblem', new HttpProblem(503, 'not-yet-visible'), true],
  ['HttpProblem', new HttpProblem(400, 'position-ahead'), false],
  ['TypeError', new TypeError('no aggregate takes commands for book'), false],
])('%s is told as what it is, and whether it may succeed later', async (_, error, later) => {
  const sent = elsewhere(throwing(error)).send('book', request);
  const caught: unknown = await sent.catch((thrown: unknown) => thrown);
  expect([reasonOf(caught), maySucceedLater(caught)]).toEqual([reasonOf(error), later]);
});
