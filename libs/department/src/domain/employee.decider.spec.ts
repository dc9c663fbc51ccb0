import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotFound, NotPossible } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { employeeDecider } from './employee.decider.js';
import type { EmployeeFile } from './employee.events.js';

const { given, ask, event } = specify(employeeDecider, MANAGER);

const employee = 'li-wei';
const file: EmployeeFile = {
  name: '李伟',
  department: 'repair',
  supervisor: false,
  reportsTo: 'chen-gang',
};
const leads: EmployeeFile = { name: '李伟', department: 'sales', supervisor: true };

const registered = event('EmployeeRegistered', { employee, ...file });
const left = event('EmployeeLeft', { employee });

const chief = { above: [{ employee: 'chen-gang', status: 'active' }] } as const;

const register = ask('RegisterEmployee', { employee, ...file }, '09:00', { known: chief });
const change = ask('ChangeEmployee', leads, '09:00', { known: { above: [] } });
const leave = ask('RecordEmployeeLeft', { reason: '返乡' });

describe('an employee', () => {
  test('is registered with their file', () => {
    given().when(register).then(registered);
  });

  test('is registered once, and again when they come back after they have left', () => {
    given(registered).when(register).thenThrows(NotPossible, 'already-registered');
    given(registered, left).when(register).then(registered);
    expect(fold(employeeDecider, [registered, left, registered])).toMatchObject({
      status: 'active',
    });
  });

  test('has one file at a time: what happens next did not happen before', () => {
    const goneAtTen = [registered, event('EmployeeLeft', { employee }, '10:00')];
    const early = { ...change, occurredAt: at('08:59') };
    given(registered).when(early).thenThrows(Invalid, 'occurred-too-early');
    given(registered)
      .when({ ...leave, occurredAt: at('08:59') })
      .thenThrows(Invalid, 'occurred-too-early');
    given(...goneAtTen)
      .when({ ...register, occurredAt: at('09:59') })
      .thenThrows(Invalid, 'occurred-too-early');
  });

  test('has a file that is changed as a whole', () => {
    given(registered)
      .when(change)
      .then(event('EmployeeChanged', { employee, ...leads }));
    const changed = [registered, event('EmployeeChanged', { employee, ...leads })];
    expect(fold(employeeDecider, changed)).toEqual({
      status: 'active',
      employee,
      ...leads,
      since: at('09:00'),
    });
  });

  test('leaves, with a reason or without, and keeps the file', () => {
    given(registered)
      .when(leave)
      .then(event('EmployeeLeft', { employee, reason: '返乡' }));
    given(registered).when(ask('RecordEmployeeLeft', {})).then(left);
    expect(fold(employeeDecider, [registered, left])).toEqual({
      status: 'left',
      employee,
      ...file,
      since: at('09:00'),
    });
  });

  test('who was never registered neither changes nor leaves', () => {
    given().when(change).thenThrows(NotFound, 'unknown-employee');
    given().when(leave).thenThrows(NotFound, 'unknown-employee');
  });

  test('who has left neither changes nor leaves once more', () => {
    given(registered, left).when(change).thenThrows(NotPossible, 'employee-left');
    given(registered, left).when(leave).thenThrows(NotPossible, 'employee-left');
  });
});
