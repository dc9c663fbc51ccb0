import { readers, type Permission } from '@app/identity';

/** The on-call roster, and who is on call. */
export const readRoster: Permission = { action: 'read-roster', roles: readers };

/** An emergency, and the board of them. */
export const readEmergency: Permission = { action: 'read-emergency', roles: readers };
