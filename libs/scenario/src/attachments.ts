import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Client } from './client.js';

/**
 * Stores what the data only describes, a signature by its signer, photos and papers (evidence, a written opinion, an
 * appeal) by their captions, and puts the hashes in.
 */
export async function withAttachments(
  client: Client,
  by: string,
  at: string,
  data: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const { signature, photos, evidence, opinion, paper, ...rest } = data;
  const stored = (caption: unknown) => client.store(by, picture(String(caption)), 'image/png');
  return {
    ...rest,
    ...(Array.isArray(evidence) && { evidence: await Promise.all(evidence.map(stored)) }),
    ...(opinion !== undefined && { opinion: await stored(opinion) }),
    ...(isRecord(paper) && { paper: { ...paper, file: await stored(paper['file']) } }),
    ...(isRecord(signature) && { signature: await signed(client, by, at, signature) }),
    ...(Array.isArray(photos) && {
      photos: await Promise.all(photos.map(stored)),
    }),
  };
}

async function signed(
  client: Client,
  by: string,
  at: string,
  signature: Record<string, unknown>,
): Promise<unknown> {
  const strokes = new TextEncoder().encode(JSON.stringify(penStrokes(seedOf(at, signature))));
  const image = await client.store(by, strokes, 'application/vnd.strokes+json');
  return { signedAt: at, image, ...signature };
}

/** Nobody signs twice alike, but a stamp is the same each time; so is what was signed at the same moment. */
function seedOf(at: string, { name, stamp, signedAt = at }: Record<string, unknown>): string {
  return stamp === true ? String(name) : `${String(name)} ${Date.parse(String(signedAt))}`;
}

/** Three strokes of a pen as a tablet records them, the same for the same text and else different. */
function penStrokes(text: string): { strokes: number[][][] } {
  const seed = createHash('sha256').update(text).digest();
  const strokes = Array.from({ length: 3 }, (_, stroke) =>
    Array.from({ length: 8 }, (_, point) => [
      stroke * 40 + point * 4,
      seed[(stroke * 8 + point) % 32]! % 60,
    ]),
  );
  return { strokes };
}

/** A small PNG, different for each caption: what a camera would have taken. */
function picture(caption: string): Uint8Array<ArrayBuffer> {
  const [red = 0, green = 0, blue = 0] = createHash('sha256').update(caption).digest();
  const row = Buffer.concat([
    Buffer.of(0),
    ...Array.from({ length: 16 }, (_, x) => Buffer.of(red, green, (blue + x * 8) % 256)),
  ]);
  const header = Buffer.from('00000010000000100802000000', 'hex');
  const chunks = [
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${encodeURIComponent(caption)}`, 'latin1')),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: 16 }, () => row)), { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
