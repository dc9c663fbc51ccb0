import { managers, readers, type Permission } from '@app/identity';

/** The editions of the rules on rewards and discipline. */
export const readEdition: Permission = { action: 'read-edition', roles: readers };

/** The standing of a year: everybody their own, and those of others as `readsOthers` says. */
export const readStanding: Permission = { action: 'read-standing', roles: readers };

/** The cases of everybody. */
export const readCases: Permission = { action: 'read-cases', roles: [...managers, 'auditor'] };

/** Whether somebody sees the standings of others: supervisors and those above them, and who audits. */
export function readsOthers(roles: readonly string[]): boolean {
  return roles.some((role) => (readCases.roles as readonly string[]).includes(role));
}
