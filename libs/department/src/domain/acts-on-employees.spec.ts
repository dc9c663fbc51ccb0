import { describe, expect, test } from '@jest/globals';
import { fold, NotPossible } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { employeeDecider } from './employee.decider.js';
import type { ActOnEmployeeUndone, EmployeeEvent, EmployeeFile } from './employee.events.js';

const { given, ask, event } = specify(employeeDecider, MANAGER, (type) =>
  /Dismissed|Transferred|Removed|Passed|Undone/.test(type) ? ['D7'] : [],
);
const employee = 'li-wei';
const file: EmployeeFile = {
  name: '李伟',
  department: 'repair',
  supervisor: true,
  reportsTo: 'chen-gang',
};
const because = { employee, year: '2026', case: 1 };
const other = { employee, year: '2026', case: 2 };
const registered = event('EmployeeRegistered', { employee, ...file });
const dismissed = event('EmployeeDismissed', { employee, because });
const transferred = event('EmployeeTransferred', {
  employee,
  department: 'sales',
  before: 'repair',
  because,
});
const removed = event('EmployeeRemovedFromPost', { employee, successor: 'sun-hong', because });
const passed = event('SubordinatePassed', {
  employee,
  from: 'chen-gang',
  to: 'sun-hong',
  because: { ...because, employee: 'chen-gang' },
});
const undo = ask('UndoActOnEmployee', { because });
const undone = (
  kind: ActOnEmployeeUndone['data']['kind'],
  restores: ActOnEmployeeUndone['data']['restores'],
) => event('ActOnEmployeeUndone', { employee, because, kind, restores });
const after = (...events: EmployeeEvent[]) => fold(employeeDecider, [registered, ...events]);

describe('an act of rewards and discipline', () => {
  test('[D7] dismisses, once, and the file still says who it was', () => {
    const dismiss = ask('DismissEmployee', { because });
    given(registered).when(dismiss).then(dismissed);
    given(registered, dismissed).when(dismiss).thenNothing();
    given().when(dismiss).thenNothing();
    expect(after(dismissed)).toMatchObject({ status: 'dismissed', ...file });
  });

  test('[D7] whoever is dismissed is not taken on anew before they have left', () => {
    const register = ask('RegisterEmployee', { employee, ...file }, '09:00', {
      known: { above: [{ employee: 'chen-gang', status: 'active' }] },
    });
    given(registered, dismissed).when(register).thenThrows(NotPossible, 'already-registered');
    const left = event('EmployeeLeft', { employee });
    given(registered, dismissed).when(ask('RecordEmployeeLeft', {})).then(left);
    given(registered, dismissed, left).when(register).then(registered);
  });

  test('[D7] a file put right by hand leaves its owner dismissed', () => {
    const changed = event('EmployeeChanged', { employee, ...file, name: '李维' });
    expect(after(dismissed, changed)).toMatchObject({ status: 'dismissed', name: '李维' });
  });

  test('[D19] transfers to another department, from then on', () => {
    const transfer = ask('TransferEmployee', { because, department: 'sales' });
    given(registered).when(transfer).then(transferred);
    expect(after(transferred)).toMatchObject({ department: 'sales', status: 'active' });
    given(registered)
      .when(ask('TransferEmployee', { because, department: 'repair' }))
      .thenNothing();
  });

  test('[D20] removes from post', () => {
    given(registered)
      .when(ask('RemoveFromPost', { because, successor: 'sun-hong' }))
      .then(removed);
    expect(after(removed)).toMatchObject({ supervisor: false });
  });

  test('[D20] passes on whoever still reports to the one who was removed', () => {
    const cause = { ...because, employee: 'chen-gang' };
    const pass = (from: string, to = 'sun-hong') =>
      ask('PassSubordinate', { from, to, because: cause });
    given(registered).when(pass('chen-gang')).then(passed);
    given(registered).when(pass('wu-di')).thenNothing();
    given(registered).when(pass('chen-gang', employee)).thenNothing();
    expect(after(passed)).toMatchObject({ reportsTo: 'sun-hong' });
  });

  test('[D8] revoked, undoes exactly what it did', () => {
    given(registered, dismissed).when(undo).then(undone('dismissal', {}));
    given(registered, transferred)
      .when(undo)
      .then(undone('transfer', { department: 'repair' }));
    given(registered, removed)
      .when(undo)
      .then(undone('removal', { supervisor: true }));
    given(registered, passed)
      .when(ask('UndoActOnEmployee', { because: { ...because, employee: 'chen-gang' } }))
      .then(
        event('ActOnEmployeeUndone', {
          employee,
          because: { ...because, employee: 'chen-gang' },
          kind: 'passing',
          restores: { reportsTo: 'chen-gang' },
        }),
      );
    given(registered, transferred)
      .when(ask('UndoActOnEmployee', { because: other }))
      .thenNothing();
    expect(after(transferred, undone('transfer', { department: 'repair' }))).toEqual(after());
    expect(after(dismissed, undone('dismissal', {}))).toEqual(after());
  });

  test('[D8] revoked, leaves what somebody has changed since', () => {
    const changed = event('EmployeeChanged', { employee, ...file, department: 'office' });
    given(registered, transferred, changed).when(undo).then(undone('transfer', {}));
    const byHand = event('EmployeeChanged', { employee, ...file, reportsTo: 'wu-di' });
    given(registered, passed, byHand)
      .when(ask('UndoActOnEmployee', { because: { ...because, employee: 'chen-gang' } }))
      .then(
        event('ActOnEmployeeUndone', {
          employee,
          because: { ...because, employee: 'chen-gang' },
          kind: 'passing',
          restores: {},
        }),
      );
  });
});
