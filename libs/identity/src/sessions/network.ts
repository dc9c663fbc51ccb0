import { isIPv6 } from 'node:net';

/** An IPv4 address in the form that a socket of both kinds shows it. */
const MAPPED = /^::ffff:(?=\d+\.)/i;

/**
 * What one party can be told from another by: an IPv4 address, or the first 64 bits of an IPv6
 * address, since whoever has one of those has all of its /64.
 */
export function networkOf(address: string): string {
  const plain = address.replace(MAPPED, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [before = '', behind] = plain.toLowerCase().split('::');
  const groups = before.split(':').filter(Boolean);
  const tail = behind?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - tail.length) }, () => '0');
  const all = [...groups, ...zeros, ...tail].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${all.slice(0, 4).join(':')}::/64`;
}
