import { Invalid, NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import { readyToWork, suspended, working } from '../../testing/on-site.past.js';
import { at, command, event, givenFor } from '../../testing/ticket.builders.js';
import type { SuspendWork } from '../ticket/ticket.commands.js';
import { suspendWork } from './suspend-work.js';

const given = givenFor(suspendWork);
const rest = {
  visit: 1,
  reason: 'rest-or-meal' as const,
  customerSide: true,
  resumeAt: at('14:00'),
  hoursAsked: true,
  apologised: true,
};
const suspend = (more: Partial<SuspendWork['data']> = {}) =>
  command('SuspendWork', { ...rest, ...more }, '11:50');

test('[V19] work is broken off for the meal, and goes on at the agreed hour', () => {
  given(...working)
    .when(suspend())
    .then(event('WorkSuspended', rest));
});

test.each(['12:00', '13:59', '21:00'])(
  '[V19] refuses to go on at %s, when the customer rests',
  (time) => {
    given(...working)
      .when(suspend({ resumeAt: at(time) }))
      .thenRefusedUnder('V19', 'resumes-in-quiet-hours');
  },
);

test('[V19] goes on tomorrow from eight, not before', () => {
  given(...working)
    .when(suspend({ resumeAt: at('07:59', 1) }))
    .thenRefusedUnder('V19', 'resumes-in-quiet-hours');
  given(...working)
    .when(suspend({ resumeAt: at('08:00', 1) }))
    .then(event('WorkSuspended', { ...rest, resumeAt: at('08:00', 1) }));
});

test.each(['11:50', '11:00'])('work does not go on at %s, before it was broken off', (time) => {
  given(...working)
    .when(suspend({ resumeAt: at(time) }))
    .thenThrows(Invalid, 'resume-time-past');
});

test.each([
  ['rest-or-meal', false],
  ['customer-unavailable', false],
  ['part-awaited', true],
] as const)('[V19] %s cannot be said to be on the other side', (reason, customerSide) => {
  given(...working)
    .when(suspend({ reason, customerSide }))
    .thenThrows(Invalid, 'wrong-side');
});

test.each([
  ['customer-unavailable', true],
  ['part-awaited', false],
  ['other', true],
  ['other', false],
] as const)('[V19] %s may stand with customerSide %s', (reason, customerSide) => {
  given(...working)
    .when(suspend({ reason, customerSide }))
    .then(event('WorkSuspended', { ...rest, reason, customerSide }));
});

test('[R10] refuses to break off what has not begun', () => {
  given(...readyToWork)
    .when(suspend())
    .thenRefusedUnder('R10', 'work-not-started');
});

test('what is broken off is not broken off again', () => {
  given(...working, suspended())
    .when(suspend())
    .thenThrows(NotPossible, 'work-suspended');
});
