import { test } from '@jest/globals';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { at } from '@app/kernel/src/testing/instants.js';
import {
  decided,
  known,
  laterOf,
  openedCase,
  person,
  proposed,
  working,
} from '../../testing/cases.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingCommand } from '../standing.commands.js';

const given = specification(standingDecider);
const PROCESS = { id: 'process:open-case-of-the-supervisor', role: 'process' };
const ask = commandOf<StandingCommand>(PROCESS);
const of = { employee: 'chen-gang', year: '2026' };
const cause = { employee: 'he-ying', year: '2026', case: 7 };
const said = { article: 'D18', clause: 'unreported', facts: '…', happenedAt: at('09:00') } as const;
const subject = { ...person, supervisor: true };
const open = ask('OpenConsequence', { ...of, ...said, cause }, '09:00', {
  known: { ...known, subject },
});
const undo = ask('UndoConsequence', { ...of, cause }, '09:00', { known: working });
const file = openedCase(1, 'D18.unreported', {
  ...of,
  supervisor: true,
  because: [7],
  causedBy: { employee: 'he-ying', year: '2026' },
});
const data = { case: 1, because: 7 };

test('[D18] the case of the supervisor follows from the subordinate’s, once', () => {
  given().when(open).then(file);
  given(file).when(open).thenNothing();
});

test('[D18] it is judged by the edition of the facts, for sales alone, as any other', () => {
  const elsewhere = { ...known, subject: { ...person, department: 'office' as const } };
  given()
    .when({ ...open, known: elsewhere })
    .thenRefusedUnder('D5', 'staff-of-other-department');
});

test('[D18] revoking the subordinate’s act undoes it, and nothing else', () => {
  given(file).when(undo).then(laterOf(file)('CaseDropped', data));
  given(file, proposed(file)).when(undo).then(laterOf(file)('CaseDropped', data));
  given(file, proposed(file), decided(file)).when(undo).then(laterOf(file)('ActRevoked', data));
  const other = { ...file, data: { ...file.data, because: [8] } };
  given(other).when(undo).thenNothing();
});
