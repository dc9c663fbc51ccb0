import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { EmployeeEvent } from '../contract.js';
import { changedFile, joined } from '../testing/employees.js';
import { passSubordinatesToTheSuccessor } from './pass-subordinates-to-the-successor.js';

const { given } = processOf(passSubordinatesToTheSuccessor);
const event = eventOf<EmployeeEvent>(MANAGER);

const because = { employee: 'sun-hong', year: '2026', case: 1 };
const removed = event('EmployeeRemovedFromPost', {
  employee: 'sun-hong',
  successor: 'chen-gang',
  because,
});
const undone = event('ActOnEmployeeUndone', {
  employee: 'sun-hong',
  because,
  kind: 'removal',
  restores: { supervisor: true },
});
const led = [joined('li-wei', { reportsTo: 'sun-hong' }), joined('wang-lei', {})];
const came = changedFile('wang-lei', { reportsTo: 'sun-hong' });
const pass = (id: string) => ({
  category: 'employee',
  id,
  type: 'PassSubordinate',
  data: { from: 'sun-hong', to: 'chen-gang', because },
});
const undo = (id: string) => ({
  category: 'employee',
  id,
  type: 'UndoActOnEmployee',
  data: { because },
});

test('[D20] whom somebody led who was removed from post reports to the successor', () => {
  given(...recorded('employee-x', [...led, came, removed])).thenCommands(
    pass('li-wei'),
    pass('wang-lei'),
  );
  given(
    ...recorded('employee-x', [
      ...led,
      event('EmployeeRemovedFromPost', { employee: 'wu-di', successor: 'chen-gang', because }),
    ]),
  ).thenNothing();
});

test('[D20] the removal revoked, they report to whom they did', () => {
  given(...recorded('employee-x', [...led, removed, undone])).thenCommands(
    pass('li-wei'),
    undo('li-wei'),
  );
  const other = event('ActOnEmployeeUndone', { ...undone.data, kind: 'transfer', restores: {} });
  given(...recorded('employee-x', [...led, removed, other])).thenCommands(pass('li-wei'));
});
