/** What a signature or a photo may be: images, or the strokes of a pen as JSON lines. */
export const FILE_TYPES = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/vnd.strokes+json',
] as const;

/** A media type of `FILE_TYPES`. */
export type FileType = (typeof FILE_TYPES)[number];

/** Bytes of one file at most. */
export const FILE_LIMIT = 5 * 1024 * 1024;
