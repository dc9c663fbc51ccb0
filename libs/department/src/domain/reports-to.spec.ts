import { describe, expect, test } from '@jest/globals';
import { Invalid, NotFound, NotPossible } from '@app/kernel';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { lineAbove } from '../application/line-above.js';
import { employeeDecider } from './employee.decider.js';
import { LONGEST_LINE } from './reports-to.js';

const { given, ask, event } = specify(employeeDecider, MANAGER);

const technician = { name: '李伟', department: 'repair', supervisor: false } as const;
const lead = { name: '王芳', department: 'office', supervisor: true } as const;

/** Whom each of those who work here reports to; null: nobody, left: they have gone. */
type Department = Readonly<Record<string, string | null | { readonly left: string }>>;

const contextsOf = (department: Department) =>
  new StatedContexts((stream) => {
    const [, employee] = /^employee-(.+)$/.exec(stream)!;
    const above = department[employee!];
    if (above === undefined) return { status: 'none' };
    if (above === null) return { status: 'active', employee, ...lead };
    if (typeof above === 'string') return { status: 'active', employee, ...lead, reportsTo: above };
    return { status: 'left', employee, ...lead, reportsTo: above.left };
  });

const registered = event('EmployeeRegistered', { employee: 'li-wei', ...technician });

/** What is asked when somebody is to report to `reportsTo`, with what is found out of the department. */
const lineTo = async (reportsTo: string, department: Department) => {
  const known = await lineAbove({ data: { reportsTo } }, contextsOf(department));
  const file = { ...technician, reportsTo };
  return [
    given().when(ask('RegisterEmployee', { employee: 'li-wei', ...file }, '09:00', { known })),
    given(registered).when(ask('ChangeEmployee', file, '09:00', { known })),
  ];
};

describe('an employee reports to somebody', () => {
  test('who works here, whoever is above them', async () => {
    const department = { 'wang-fang': 'sun-hong', 'sun-hong': null };
    for (const asked of await lineTo('wang-fang', department))
      expect(asked.events()).toHaveLength(1);
  });

  test.each<[string, string, Department, typeof NotFound | typeof NotPossible | typeof Invalid]>([
    ['nobody knows', 'unknown-supervisor', {}, NotFound],
    ['has left', 'supervisor-left', { 'wang-fang': { left: 'sun-hong' } }, NotPossible],
    ['reports to them', 'supervisors-in-a-circle', { 'wang-fang': 'li-wei' }, Invalid],
    [
      'reports to them in the end',
      'supervisors-in-a-circle',
      { 'wang-fang': 'sun-hong', 'sun-hong': 'ma-guoqiang', 'ma-guoqiang': 'li-wei' },
      Invalid,
    ],
  ])('but not to one who %s', async (_, code, department, error) => {
    for (const asked of await lineTo('wang-fang', { 'li-wei': null, ...department }))
      asked.thenThrows(error, code);
  });

  test('and is not their own supervisor', async () => {
    for (const asked of await lineTo('li-wei', { 'li-wei': null }))
      asked.thenThrows(Invalid, 'own-supervisor');
  });

  test('who may report to somebody who has left, and so to nobody: that closes no circle', async () => {
    const department = { 'wang-fang': 'sun-hong', 'sun-hong': { left: 'li-wei' } };
    for (const asked of await lineTo('wang-fang', department))
      expect(asked.events()).toHaveLength(1);
  });

  test('and keeps a supervisor who has left since, when the rest of the file is put right', async () => {
    const file = { ...technician, reportsTo: 'wang-fang' };
    const known = await lineAbove({ data: file }, contextsOf({ 'wang-fang': { left: 'x' } }));
    given(event('EmployeeRegistered', { employee: 'li-wei', ...file }))
      .when(ask('ChangeEmployee', { ...file, name: '李维' }, '09:00', { known }))
      .then(event('EmployeeChanged', { employee: 'li-wei', ...file, name: '李维' }));
  });
});

describe('who is above', () => {
  test('is read once each, where two servers have closed a circle at the same moment', async () => {
    const contexts = contextsOf({ a: 'b', b: 'c', c: 'b' });
    await lineAbove({ data: { reportsTo: 'a' } }, contexts);
    expect(contexts.asked).toEqual(['employee-a', 'employee-b', 'employee-c']);
  });

  test('is read so far and no further, and a longer line is refused', async () => {
    const above = (index: number) => [`e${index}`, `e${index + 1}`] as const;
    const department = Object.fromEntries(Array.from({ length: 99 }, (_, index) => above(index)));
    const contexts = contextsOf(department);
    await lineAbove({ data: { reportsTo: 'e0' } }, contexts);
    expect(contexts.asked).toHaveLength(LONGEST_LINE);
    for (const asked of await lineTo('e0', department))
      asked.thenThrows(Invalid, 'too-many-supervisors');
  });

  test('is nobody where nobody is named', async () => {
    const contexts = contextsOf({});
    expect(await lineAbove({ data: {} }, contexts)).toEqual({ above: [] });
    expect(contexts.asked).toEqual([]);
  });
});
