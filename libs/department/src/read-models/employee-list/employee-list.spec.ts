import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { EmployeeEvent } from '../../contract.js';
import { changedFile, joined, left } from '../../testing/employees.js';
import { employeeList } from './employee-list.projection.js';

const given = (...events: EmployeeEvent[]) =>
  rowsOf(employeeList, recorded('employee-wang-lei', events)).get('wang-lei');

test('the list of employees follows a file, and forgets what a change leaves out', () => {
  const registered = joined('wang-lei', { reportsTo: 'sun-hong' });
  const changed = changedFile('wang-lei', { department: 'sales', supervisor: true });
  expect(given(registered)).toMatchObject({ reportsTo: 'sun-hong', department: 'repair' });
  expect(given(registered, changed)).toEqual({
    employee: 'wang-lei',
    status: 'active',
    name: '王磊',
    department: 'sales',
    supervisor: true,
    reportsTo: null,
    version: 2,
  });
});

test('the list of employees keeps those who have left, as they were', () => {
  const row = given(joined('wang-lei', { reportsTo: 'sun-hong' }), left('wang-lei'));
  expect(row).toMatchObject({ status: 'left', reportsTo: 'sun-hong', version: 2 });
  expect(given(left('wang-lei'))).toBeUndefined();
});
