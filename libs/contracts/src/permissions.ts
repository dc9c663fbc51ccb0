import { readers, type Permission } from '@app/identity';

/** Contracts, their maintenance, and what they promise. */
export const readContract: Permission = { action: 'read-contract', roles: readers };
