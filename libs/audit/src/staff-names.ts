import { employeeStreams } from '@app/department';
import type { Contexts } from '@app/event-store';

/** The names of those who are employees or once were, by their ids; ids that belong to none are left out. */
export async function staffNames(
  contexts: Contexts,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const files = await contexts.readMany(employeeStreams, ids);
  return new Map(
    files.flatMap((file) => (file.status === 'none' ? [] : [[file.employee, file.name] as const])),
  );
}
