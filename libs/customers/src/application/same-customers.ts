import type { Contexts } from '@app/event-store';
import { mergeStreams } from '../domain/merge/merge.js';

/**
 * The ids of every file that is of the same customer, the file to go by first: the asked one alone where
 * nobody has merged it. What is theirs may stand under any of them.
 */
export async function sameCustomers(
  customer: string,
  contexts: Contexts,
): Promise<readonly string[]> {
  const own = await contexts.read(mergeStreams, { customer });
  if (own.into === undefined) return [customer, ...own.merged];
  const { merged } = await contexts.read(mergeStreams, { customer: own.into });
  return [own.into, ...merged];
}
