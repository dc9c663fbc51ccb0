import { managers, readers, type Permission } from '@app/identity';

/** The editions of the rules on rewards and discipline. */
export const readEdition: Permission = { action: 'read-edition', roles: readers };

/** The standing of a year: everybody their own, and those of others as `readableTo` says. */
export const readStanding: Permission = { action: 'read-standing', roles: readers };

/** Cases, figures and shares: everybody their own, and those of others as `OwnAndBelow` says; who decides sees what else is pending. */
export const readCases: Permission = { action: 'read-cases', roles: readers };

/** The same of a whole year, as a table to take along. */
export const takeTables: Permission = { action: 'take-tables', roles: [...managers, 'auditor'] };

/** Drafts, tried on a year that is past. */
export const tryEdition: Permission = { action: 'try-edition', roles: [...managers, 'auditor'] };

/** Whether somebody reads the standings of those below them. */
export function leadsOthers(roles: readonly string[]): boolean {
  return roles.includes('supervisor');
}

/** The appraisal sheet of a month: everybody their own, and those of others as `readsEverybodys` and the line above say. */
export const readAppraisal: Permission = { action: 'read-appraisal', roles: readers };

/** Whether somebody sees the standings and sheets of all, whoever leads these: the general manager, and who audits. */
export function readsEverybodys(roles: readonly string[]): boolean {
  return roles.includes('general-manager') || roles.includes('auditor');
}
