import { readers, type Permission } from '@app/identity';

/** The editions of the rules on rewards and discipline. */
export const readEdition: Permission = { action: 'read-edition', roles: readers };
