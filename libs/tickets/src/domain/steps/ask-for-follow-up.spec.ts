import { test } from '@jest/globals';
import { closed, opened, reopened, resolved } from '../../testing/past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { askForFollowUp } from './ask-for-follow-up.js';

const given = givenFor(askForFollowUp);
const PROCESS = { id: 'ask-for-a-follow-up-of-a-share', role: 'process' };
const ask = command('AskForFollowUp', { percent: 10 }, '18:00', { by: PROCESS });
const asked = event('FollowUpAsked', { percent: 10 }, '18:00', PROCESS);
const followedUp = event(
  'FollowUpMade',
  { channel: 'phone', sampled: false, satisfied: true, answer: '好' },
  '15:30',
);
const past = [opened(), resolved(), closed()];

test('[R6] the customer of a closed ticket is to be asked, once', () => {
  given(...past)
    .when(ask)
    .then(asked);
  given(...past, asked)
    .when(ask)
    .thenNothing();
});

test('[R6] not where somebody has asked them since, or the ticket goes on', () => {
  given(opened(), resolved(), followedUp, closed()).when(ask).thenNothing();
  given(opened(), resolved()).when(ask).thenNothing();
  given(...past, reopened())
    .when(ask)
    .thenNothing();
  given(opened(), resolved(), followedUp, closed(), reopened(), resolved(), closed())
    .when(ask)
    .then(asked);
});
