import { expect, test } from '@jest/globals';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { specifyRows } from '@app/projections/src/testing/given-events.js';
import { changedFile, joined, left } from '../../testing/employees.js';
import { employeeList } from './employee-list.projection.js';

const { given } = specifyRows(employeeList, MANAGER);

test('the list of employees follows a file, and forgets what a change leaves out', () => {
  const registered = joined('wang-lei', { reportsTo: 'sun-hong' });
  const changed = changedFile('wang-lei', { department: 'sales', supervisor: true });
  expect(given(registered)).toMatchObject([{ reportsTo: 'sun-hong', department: 'repair' }]);
  expect(given(registered, changed)).toEqual([
    {
      employee: 'wang-lei',
      status: 'active',
      name: '王磊',
      department: 'sales',
      supervisor: true,
      reportsTo: null,
      version: 2,
    },
  ]);
});

test('the list of employees keeps those who have left, as they were', () => {
  const rows = given(joined('wang-lei', { reportsTo: 'sun-hong' }), left('wang-lei'));
  expect(rows).toMatchObject([{ status: 'left', reportsTo: 'sun-hong', version: 2 }]);
  expect(given(left('wang-lei'))).toEqual([]);
});
