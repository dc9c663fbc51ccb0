import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { joined, left } from '../../testing/employees.js';
import { employeeListModel } from './employee-list.read-model.js';

let readSide: ReadSide;

beforeAll(async () => {
  readSide = await ReadSide.start(employeeListModel);
  await readSide.happenedIn('employee-wang-lei', joined('wang-lei', { name: '王磊' }));
  await readSide.happenedIn('employee-Li-na', joined('Li-na', { name: '李娜' }), left('Li-na'));
});

afterAll(() => readSide.stop());

test.each([
  ['王', ['wang-lei']],
  ['LI', ['Li-na']],
  ['王 李', []],
])('the list of employees finds %s in names and ids', async (q, employees) => {
  const { items } = await readSide.page(employeeListModel, { q });
  expect(items.map(({ employee }) => employee)).toEqual(employees);
});
