import { readers, type Permission } from '@app/identity';

/** The inbox of findings, whatever they were found in. */
export const readFindings: Permission = { action: 'read-findings', roles: readers };
