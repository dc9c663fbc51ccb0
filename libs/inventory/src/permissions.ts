import { managers, readers, type Permission } from '@app/identity';

/** Tools, in whose hands they are, and materials. */
export const readInventory: Permission = { action: 'read-inventory', roles: readers };

/** Whether somebody may read what others have counted before a stocktake is closed: managers, and who audits. */
export function readsCounts(roles: readonly string[]): boolean {
  const may: readonly string[] = [...managers, 'auditor'];
  return roles.some((role) => may.includes(role));
}
