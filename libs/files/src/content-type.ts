import { isUtf8 } from 'node:buffer';
import type { FileType } from './file-types.js';
import { isJsonLines } from './json-lines.js';

/** What a file is by its first bytes, whatever it was declared as; undefined for what is not taken. */
export async function contentType(bytes: Buffer): Promise<FileType | undefined> {
  const begins = (hex: string, at = 0): boolean =>
    bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;
  if (begins('89504e470d0a1a0a')) return 'image/png';
  if (begins('ffd8ff')) return 'image/jpeg';
  if (begins('52494646') && begins('57454250', 8)) return 'image/webp';
  const isStrokes = isUtf8(bytes) && (await isJsonLines(bytes));
  return isStrokes ? 'application/vnd.strokes+json' : undefined;
}
