import { createHash } from 'node:crypto';

/** Parts of a whole in which shares are told apart. */
const PARTS = 10_000;

/**
 * Whether a ticket is of the share, in per cent, that is sampled: by its id alone, so that it is the same
 * whoever asks and however often, and a larger share takes in what a smaller one does.
 */
export function isSampled(ticket: string, percent: number): boolean {
  const hash = createHash('sha256').update(ticket).digest().readUInt32BE();
  return hash % PARTS < (percent * PARTS) / 100;
}
