import type { Contexts } from '@app/event-store';
import type { Reader } from '@app/identity';
import { complainedOf, complaintStreams, type Complaint } from '../domain/complaint.state.js';
import { readsEverybodys } from '../permissions.js';

/** Whether somebody may read a complaint and its history: never who is complained of, so that they see not who investigates (R9). */
export function isReadableTo(complaint: Complaint, { id, roles }: Reader): boolean {
  if (complaint.status === 'none') return true;
  if (complainedOf(complaint).includes(id)) return false;
  const { assigned, receivedBy, investigator } = complaint;
  const taken = [...assigned, ...receivedBy, investigator];
  return readsEverybodys(roles) || taken.includes(id);
}

/** The same by the name of the stream. */
export async function mayReadComplaint(
  stream: string,
  reader: Reader,
  contexts: Contexts,
): Promise<boolean> {
  const id = stream.slice(complaintStreams.named('').length);
  return isReadableTo(await contexts.read(complaintStreams, id), reader);
}
