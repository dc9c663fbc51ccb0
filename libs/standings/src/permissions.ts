import { managers, readers, type Permission } from '@app/identity';

/** The editions of the rules on rewards and discipline. */
export const readEdition: Permission = { action: 'read-edition', roles: readers };

/** The standing of a year: everybody their own, and those of others as `readableTo` says. */
export const readStanding: Permission = { action: 'read-standing', roles: readers };

/** The cases of everybody: who decides sees what else is pending. */
export const readCases: Permission = { action: 'read-cases', roles: [...managers, 'auditor'] };

/** Whether somebody reads the standing of everybody: who leads the service centre, and who audits it. */
export function seesEverybody(roles: readonly string[]): boolean {
  return roles.includes('general-manager') || roles.includes('auditor');
}

/** Whether somebody reads the standings of those below them. */
export function leadsOthers(roles: readonly string[]): boolean {
  return roles.includes('supervisor');
}
