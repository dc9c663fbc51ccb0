import { employeeStreams } from '@app/department';
import type { Contexts } from '@app/event-store';

/** Whom somebody reports to, if they work here and so does that person; nobody otherwise. */
export async function supervisorOf(
  { data: { of } }: { readonly data: { readonly of: string } },
  contexts: Contexts,
): Promise<{ readonly supervisor?: string }> {
  const file = await contexts.read(employeeStreams, of);
  if (file.status !== 'active' || file.reportsTo === undefined) return {};
  const { status } = await contexts.read(employeeStreams, file.reportsTo);
  return status === 'active' ? { supervisor: file.reportsTo } : {};
}
