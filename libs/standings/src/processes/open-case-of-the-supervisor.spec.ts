import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { decided, laterOf, openedCase } from '../testing/cases.js';
import { openCaseOfTheSupervisor } from './open-case-of-the-supervisor.js';

const { given } = processOf(openCaseOfTheSupervisor);

const stream = 'standing-he-ying:2026';
const file = openedCase(1, 'D18.competing');
const unreported = { supervisor: 'chen-gang', happenedAt: at('09:00') };
const dismissed = decided(file, undefined, { unreported });
const revoked = laterOf(file)('ActRevoked', { case: 1, reason: '申诉成立' });
const cause = { employee: 'he-ying', year: '2026', case: 1 };
const toThem = { category: 'standing', id: 'chen-gang' };
const opens = {
  ...toThem,
  type: 'OpenConsequence',
  data: {
    employee: 'chen-gang',
    year: '2026',
    article: 'D18',
    clause: 'unreported',
    facts:
      '未呈报部属 he-ying 的同业经营（2026 年第 1 案） / had not reported the competing business of he-ying (case 1 of 2026)',
    happenedAt: at('09:00'),
    cause,
  },
};

test('[D18] the dismissal of a competitor brings a case of the supervisor who had not reported it', () => {
  given(...recorded(stream, [dismissed])).thenCommands(opens);
  given(...recorded(stream, [decided(file)])).thenCommands();
});

test('[D18] revoked, it undoes what followed from it', () => {
  given(...recorded(stream, [dismissed, revoked])).thenCommands(opens, {
    ...toThem,
    type: 'UndoConsequence',
    data: { employee: 'chen-gang', year: '2026', cause },
  });
  given(...recorded(stream, [decided(file), revoked])).thenCommands();
});
