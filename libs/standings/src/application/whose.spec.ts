import { expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { roles } from '@app/identity';
import { mayReadYear } from './may-read-year.js';
import { readableTo } from './whose.js';

/* Two departments: chen-gang leads xu-qiang, who leads he-ying; sun-hong leads li-wei. */
const REPORTS_TO: Readonly<Record<string, string>> = {
  'he-ying': 'xu-qiang',
  'xu-qiang': 'chen-gang',
  'chen-gang': 'ma-guoqiang',
  'li-wei': 'sun-hong',
  'sun-hong': 'ma-guoqiang',
  left: 'left-too',
  'left-too': 'left',
};
const contexts = new StatedContexts((stream) => {
  const employee = stream.slice('employee-'.length);
  const reportsTo = REPORTS_TO[employee];
  return employee === 'nobody' ? { status: 'none' } : { status: 'active', reportsTo };
});
const employees = [...Object.keys(REPORTS_TO), 'nobody'];

/** Who, in which role, reads whose. */
const matrix = Object.keys(REPORTS_TO).flatMap((id) =>
  roles.flatMap((role) => employees.map((employee) => ({ id, role, employee }))),
);

function mayRead({ id, role, employee }: (typeof matrix)[number]): boolean {
  if (id === employee || role === 'general-manager' || role === 'auditor') return true;
  if (role !== 'supervisor') return false;
  const line = [1, 2, 3].reduce<(string | undefined)[]>(
    (above) => [...above, REPORTS_TO[above.at(-1) ?? '']],
    [employee],
  );
  return line.slice(1).includes(id);
}

test('[R2] everybody reads their own, supervisors those below them, who leads the centre or audits it everybody’s', async () => {
  const wrong: object[] = [];
  for (const { id, role, employee } of matrix) {
    const reader = { id, roles: [role] };
    const readable = await readableTo(reader, [employee], contexts);
    const history = await mayReadYear(`standing-${employee}:2026`, reader, contexts);
    const expected = mayRead({ id, role, employee });
    if (readable.length > 0 !== expected || history !== expected)
      wrong.push({ id, role, employee, expected });
  }
  expect(wrong).toEqual([]);
  expect(matrix.length).toBeGreaterThan(400);
});

test('[R2] of many at once the same', async () => {
  const of = (id: string, role: string) => readableTo({ id, roles: [role] }, employees, contexts);
  expect(await of('chen-gang', 'supervisor')).toEqual(['he-ying', 'xu-qiang', 'chen-gang']);
  expect(await of('sun-hong', 'supervisor')).toEqual(['li-wei', 'sun-hong']);
  expect(await of('he-ying', 'sales')).toEqual(['he-ying']);
});
