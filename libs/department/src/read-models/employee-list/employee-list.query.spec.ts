import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { changedFile, joined, left } from '../../testing/employees.js';
import { employeeListModel } from './employee-list.read-model.js';
import {
  EmployeeListHandler,
  EmployeeListQuery,
  type EmployeesFilter,
} from './employee-list.query.js';

let readSide: ReadSide;
let list: EmployeeListHandler;
let last: bigint;

beforeAll(async () => {
  readSide = await ReadSide.start(employeeListModel);
  list = new EmployeeListHandler(readSide.asOf, readSide.dataSource);
  await readSide.happenedIn(
    'employee-sun-hong',
    joined('sun-hong', { name: '孙红', supervisor: true }),
  );
  await readSide.happenedIn(
    'employee-wang-lei',
    joined('wang-lei', { name: '王磊', reportsTo: 'ma-guoqiang' }),
    changedFile('wang-lei', { name: '王磊', reportsTo: 'sun-hong' }),
  );
  await readSide.happenedIn(
    'employee-Li-na',
    joined('Li-na', { name: '李娜', department: 'office' }),
  );
  last = await readSide.happenedIn(
    'employee-chen-gang',
    joined('chen-gang', { name: '陈刚' }),
    left('chen-gang'),
  );
});

afterAll(() => readSide.stop());

const page = (filter: EmployeesFilter) => list.execute(new EmployeeListQuery(filter, last));
const ids = async (filter: EmployeesFilter) =>
  (await page(filter)).items.map(({ employee }) => employee);

describe('the list of employees', () => {
  test('shows everybody, by id, as their file stands now', async () => {
    const { items } = await page({});
    expect(items.map(({ employee, status }) => [employee, status])).toEqual([
      ['Li-na', 'active'],
      ['chen-gang', 'left'],
      ['sun-hong', 'active'],
      ['wang-lei', 'active'],
    ]);
    expect(items[3]).toEqual({
      employee: 'wang-lei',
      status: 'active',
      name: '王磊',
      department: 'repair',
      supervisor: false,
      reportsTo: 'sun-hong',
      version: 2,
    });
  });

  test.each<[EmployeesFilter, readonly string[]]>([
    [{ status: ['active'], department: ['repair'] }, ['sun-hong', 'wang-lei']],
    [{ status: ['left'] }, ['chen-gang']],
    [{ department: ['office', 'sales'] }, ['Li-na']],
    [{ supervisor: true }, ['sun-hong']],
    [{ supervisor: false, status: ['active'] }, ['Li-na', 'wang-lei']],
    [{ q: '王' }, ['wang-lei']],
    [{ q: 'LI' }, ['Li-na']],
    [{ q: '王 陈' }, []],
  ])('of %j shows %j', async (filter, employees) => {
    expect(await ids(filter)).toEqual(employees);
  });

  test('comes in pages, each employee once', async () => {
    const first = await page({ limit: 3 });
    const second = await page({ limit: 3, after: first.next! });
    expect(second.items.map(({ employee }) => employee)).toEqual(['wang-lei']);
    expect(second.next).toBeNull();
    await expect(page({ after: 'x' })).rejects.toMatchObject({ code: 'bad-cursor' });
  });
});
