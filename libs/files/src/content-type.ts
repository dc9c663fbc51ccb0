import { isUtf8 } from 'node:buffer';
import type { FileType } from './file-types.js';

/** What a file is by its first bytes, whatever it was declared as; undefined for what is not taken. */
export function contentType(bytes: Buffer): FileType | undefined {
  const begins = (hex: string, at = 0): boolean =>
    bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;
  if (begins('89504e470d0a1a0a')) return 'image/png';
  if (begins('ffd8ff')) return 'image/jpeg';
  if (begins('52494646') && begins('57454250', 8)) return 'image/webp';
  return isUtf8(bytes) && isJsonLines(bytes.toString())
    ? 'application/vnd.strokes+json'
    : undefined;
}

/** JSON that may stretch over lines, or a JSON value on each of them. */
function isJsonLines(text: string): boolean {
  return isJson(text) || text.trim().split('\n').every(isJson);
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
