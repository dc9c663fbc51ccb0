import { readers, type Permission } from '@app/identity';

/* Who may read tickets may read everybody's, as one may have to take over. */
export const readBoard: Permission = { action: 'read-board', roles: readers };
export const readTicket: Permission = { action: 'read-ticket', roles: readers };
export const readDay: Permission = { action: 'read-day', roles: readers };
