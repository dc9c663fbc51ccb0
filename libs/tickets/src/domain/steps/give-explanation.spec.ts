import { Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { found, left, productReturned, productTakenIn } from '../../testing/past.js';
import { onSite } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import type { GiveExplanation } from '../ticket/ticket.commands.js';
import { giveExplanation } from './give-explanation.js';

const given = givenFor(giveExplanation);
const explanation = {
  visit: 1,
  subject: 'question' as const,
  advice: '滤网每月清洗一次',
  confidential: false,
  declined: false,
  customerUnfamiliar: false,
  plainWords: true,
};
const explain = (more: Partial<GiveExplanation['data']> = {}) =>
  command('GiveExplanation', { ...explanation, ...more }, '09:45');

test('[V14] the customer is told and advised', () => {
  given(...onSite)
    .when(explain())
    .then(event('ExplanationGiven', explanation));
});

test('[V15] a confidential matter that was told is a finding', () => {
  const told = { confidential: true, declined: false };
  given(...onSite)
    .when(explain(told))
    .then(
      event('ExplanationGiven', { ...explanation, ...told }),
      found(1, 'V15', 'confidential-told'),
    );
});

test('[V15] a confidential matter that was politely declined is as it should be', () => {
  const declined = { confidential: true, declined: true };
  given(...onSite)
    .when(explain(declined))
    .then(event('ExplanationGiven', { ...explanation, ...declined }));
});

test('[V15] what is public is answered; to decline it is a finding', () => {
  const declined = { confidential: false, declined: true };
  given(...onSite)
    .when(explain(declined))
    .then(
      event('ExplanationGiven', { ...explanation, ...declined }),
      found(1, 'V15', 'public-question-declined'),
    );
});

test('[V16] technical terms with a customer who does not know the product are a finding', () => {
  const jargon = { customerUnfamiliar: true, plainWords: false };
  given(...onSite)
    .when(explain(jargon))
    .then(event('ExplanationGiven', { ...explanation, ...jargon }), found(1, 'V16', 'jargon-used'));
});

test('[V16] technical terms are fine with one who knows it, and plain words with anyone', () => {
  const decide = (more: Partial<GiveExplanation['data']>) =>
    given(...onSite)
      .when(explain(more))
      .events();
  expect(decide({ customerUnfamiliar: false, plainWords: false })).toHaveLength(1);
  expect(decide({ customerUnfamiliar: true, plainWords: true })).toHaveLength(1);
});

test('[V17] an explanation of the fee answers to V14 and V17', () => {
  const [given1] = given(...onSite)
    .when(explain({ subject: 'fee' }))
    .events();
  expect(given1?.articles).toEqual(['V14', 'V17']);
});

test('[V15] what is told once more is found once more', () => {
  const told = { confidential: true, declined: false };
  given(...onSite, found(1, 'V15', 'confidential-told'))
    .when(explain(told))
    .then(
      event('ExplanationGiven', { ...explanation, ...told }),
      found(2, 'V15', 'confidential-told'),
    );
});

test('[V14] something must have been explained or advised', () => {
  const { advice: _, ...rest } = explanation;
  given(...onSite)
    .when(command('GiveExplanation', rest, '09:45'))
    .thenThrows(Invalid, 'nothing-explained');
  given(...onSite)
    .when(command('GiveExplanation', { ...rest, explanation: '滤网堵塞' }, '09:45'))
    .then(event('ExplanationGiven', { ...rest, explanation: '滤网堵塞' }));
});

test('[V14] [V18] what turns up in the workshop is explained when the product has gone home', () => {
  const cause = { ...explanation, subject: 'cause' as const };
  const late = command('GiveExplanation', cause, '16:30');
  given(...onSite, productTakenIn(), left(), productReturned())
    .when(late)
    .then(event('ExplanationGiven', cause));
  given(...onSite, left())
    .when(late)
    .thenThrows(NotPossible, 'visit-left');
});
