import { readers, type Permission } from '@app/identity';

/** One's own notices; who is nobody's colleague has none. */
export const readOwnNotices: Permission = { action: 'read-own-notices', roles: readers };

/** Where people get mail. */
export const readMailbox: Permission = { action: 'read-mailbox', roles: [...readers, 'operator'] };
