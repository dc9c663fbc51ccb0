import type { Contexts } from '@app/event-store';
import type { Reader } from '@app/identity';
import { subjectOf } from '../domain/standing.state.js';
import { readableTo } from './whose.js';

/** Whether somebody may read the history of an employee's year, of cases or of figures. */
export async function mayReadYear(
  stream: string,
  reader: Reader,
  contexts: Contexts,
): Promise<boolean> {
  const { employee } = subjectOf(stream);
  return (await readableTo(reader, [employee], contexts)).length > 0;
}
