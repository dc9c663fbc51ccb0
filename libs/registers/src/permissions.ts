import { readers, type Permission } from '@app/identity';

/** Warranties. */
export const readRegister: Permission = { action: 'read-register', roles: readers };
