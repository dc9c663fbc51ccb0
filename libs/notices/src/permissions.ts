import { readers, type Permission, type Reader } from '@app/identity';

/** One's own notices; who is nobody's colleague has none. */
export const readOwnNotices: Permission = { action: 'read-own-notices', roles: readers };

/** Where people get mail. */
export const readMailbox: Permission = { action: 'read-mailbox', roles: [...readers, 'operator'] };

/**
 * Whether what is said to one person alone is read by somebody: the person, who audits, and whose roles are named.
 */
export function mayReadOf(
  employee: string,
  { id, roles }: Reader,
  among: readonly string[],
): boolean {
  return id === employee || roles.some((role) => role === 'auditor' || among.includes(role));
}

/** The id in the name of a stream: `mailbox-li-wei`. */
export function idOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
