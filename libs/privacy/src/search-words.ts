import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/**
 * How words stand in an index of the database: as keyed hashes (HMAC-SHA-256), of which nobody without
 * the key can tell which words they are, nor try any.
 */
export class SearchWords {
  private readonly known = new LRUCache<string, string>({ max: 50_000 });

  /** Vectors made lately, by their fields: most events change no text of their row. At most 8 million characters. */
  readonly vectors = new LRUCache<string, string>({
    maxSize: 8_000_000,
    maxEntrySize: 64_000,
    sizeCalculation: (vector, fields) => vector.length + fields.length,
  });

  constructor(private readonly key: Uint8Array) {}

  /** Ten characters for a word, in which no quote needs quoting. */
  hashed(word: string): string {
    const before = this.known.get(word);
    if (before !== undefined) return before;
    const after = createHmac('sha256', this.key).update(word).digest('base64url').slice(0, 10);
    this.known.set(word, after);
    return after;
  }

  /** Words of people are in memory for no longer than their keys. */
  forget(): void {
    this.known.clear();
    this.vectors.clear();
  }
}
