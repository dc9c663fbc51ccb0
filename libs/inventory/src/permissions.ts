import { readers, type Permission } from '@app/identity';

/** Tools, in whose hands they are, and materials. */
export const readInventory: Permission = { action: 'read-inventory', roles: readers };
