import { complainedOf, type Complaint } from './complaint.state.js';

/** Somebody who wants to read a complaint. */
export interface ReaderOfComplaint {
  readonly id: string;
  /** They read complaints that they have no part in. */
  readonly readsEverybodys: boolean;
}

/** Whether somebody may read a complaint and its history: never who is complained of, so that they see not who investigates (R9). */
export function isReadableTo(
  complaint: Complaint,
  { id, readsEverybodys }: ReaderOfComplaint,
): boolean {
  if (complaint.status === 'none') return true;
  if (complainedOf(complaint).includes(id)) return false;
  const { assigned, receivedBy, investigator } = complaint;
  return readsEverybodys || [...assigned, ...receivedBy, investigator].includes(id);
}
