import type { Contexts } from '@app/event-store';
import { employeeStreams, lineAbove } from '@app/department';

/** Whether somebody is above an employee, directly or over others, as the files say now; who has left keeps the line they had. */
export async function leads(
  leader: string,
  employee: string,
  contexts: Contexts,
): Promise<boolean> {
  const file = await contexts.read(employeeStreams, employee);
  if (file.status === 'none') return false;
  const { above } = await lineAbove({ data: file }, contexts);
  return above.some((each) => each.employee === leader);
}
