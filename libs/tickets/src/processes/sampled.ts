/** Parts of a whole in which shares are told apart. */
const PARTS = 10_000;

/**
 * Whether a ticket is of the share, in per cent, that is sampled: by its id alone, so that it is the same
 * whoever asks and however often, and a larger share takes in what a smaller one does.
 */
export function isSampled(ticket: string, percent: number): boolean {
  return hashOf(ticket) % PARTS < (percent * PARTS) / 100;
}

/** FNV-1a of 32 bits, mixed once more, as ids often differ in their last digits alone. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
