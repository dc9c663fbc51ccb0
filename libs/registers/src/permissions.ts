import { readers, type Permission } from '@app/identity';

/** Warranties and terms. */
export const readRegister: Permission = { action: 'read-register', roles: readers };
