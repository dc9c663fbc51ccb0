import type { Contexts } from '@app/event-store';
import type { Reader } from '@app/identity';
import { complaintStreams } from '../domain/complaint.state.js';
import { isReadableTo } from '../domain/readers.js';
import { readerOfComplaint } from '../permissions.js';

/** Whether somebody may read the complaint that a stream is of, and its history (R9). */
export async function mayReadComplaint(
  stream: string,
  reader: Reader,
  contexts: Contexts,
): Promise<boolean> {
  const id = stream.slice(complaintStreams.named('').length);
  return isReadableTo(await contexts.read(complaintStreams, id), readerOfComplaint(reader));
}
