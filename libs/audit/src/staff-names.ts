import { employeeStreams } from '@app/department';
import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';

/**
 * The names of those who are employees or once were, by their ids; ids that belong to none are left out.
 *
 * @param knownAt as they were known then; default: the names of today
 */
export async function staffNames(
  contexts: Contexts,
  ids: readonly string[],
  knownAt?: Instant,
): Promise<ReadonlyMap<string, string>> {
  const files = await contexts.readMany(employeeStreams, ids, knownAt);
  return new Map(
    files.flatMap((file) => (file.status === 'none' ? [] : [[file.employee, file.name] as const])),
  );
}
