import { afterEach, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { knowEditions, policy } from '@app/policy';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { isSampled } from './sampled.js';
import { closed, opened } from '../testing/past.js';
import { askForAFollowUpOfAShare } from './ask-for-a-follow-up-of-a-share.js';

const { given } = processOf(askForAFollowUpOfAShare);
const told = (ticket: string) => recorded(`ticket-${ticket}`, [opened(), closed()]);
const ask = (id: string, percent: number) => ({
  ...{ category: 'ticket', id, type: 'AskForFollowUp', data: { percent } },
});
/** By an edition that samples such a share. */
const share = (followUpPercent: number) =>
  knowEditions([{ ...policy, version: '2026.2', followUpPercent }]);

afterEach(() => knowEditions([]));

test('[R6] as it ships nobody is asked by itself', () => {
  given(...told('T-1')).thenNothing();
});

test('[R6] of the share of the settings each is asked, and of the others none', () => {
  share(100);
  given(...told('T-1')).thenCommands(ask('T-1', 100));
  share(50);
  const tickets = ['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6', 'T-7', 'T-8'];
  const [some = '', ...others] = tickets.filter((each) => isSampled(each, 50));
  const none = tickets.filter((each) => ![some, ...others].includes(each))[0]!;
  given(...told(some)).thenCommands(ask(some, 50));
  given(...told(none)).thenNothing();
});
