import { readers, type Permission } from '@app/identity';

/** Warranties, terms and parts. */
export const readRegister: Permission = { action: 'read-register', roles: readers };
