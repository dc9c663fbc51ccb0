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

/** The appraisal sheet of a month: everybody their own, and those of others as `readsEverybodys` and the line above say. */
export const readAppraisal: Permission = { action: 'read-appraisal', roles: readers };

/** Whether somebody sees the sheets of all, whoever leads these: the general manager, and who audits. */
export function readsEverybodys(roles: readonly string[]): boolean {
  return roles.includes('general-manager') || roles.includes('auditor');
}
