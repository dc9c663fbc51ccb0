import { readers, type Permission } from '@app/identity';

/** Warranties, terms, tools and parts. */
export const readRegister: Permission = { action: 'read-register', roles: readers };
