import { managers, office, staff, type Permission, type Reader } from '@app/identity';
import type { ReaderOfComplaint } from './domain/readers.js';

/** Complaints: the office, whoever leads others and who audits; everybody those that they investigate. */
export const readComplaint: Permission = { action: 'read-complaint', roles: [...staff, 'auditor'] };

/** Who deals with the customer of a complaint. */
export const customersOffice = [...office, 'general-manager'] as const;

const READ_ALL: readonly string[] = [...office, ...managers, 'auditor'];

/** Whether somebody reads complaints that they have no part in. */
export function readsEverybodys(roles: readonly string[]): boolean {
  return roles.some((role) => READ_ALL.includes(role));
}

/** Who wants to read a complaint, by what their roles let them read. */
export function readerOfComplaint({ id, roles }: Reader): ReaderOfComplaint {
  return { id, readsEverybodys: readsEverybodys(roles) };
}
