import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { SMALL, type Place } from './room.js';
import { nextEventLoopTurn } from './event-loop-turn.js';
import { brokenCompression, brokenOff, tooLarge, unknownEncoding } from './unreadable-body.js';

/** Pieces that every body may come in, however small they are: clients that write it field by field. */
const SOME_PIECES = 1000;

/** Bytes received for which it may come in one piece more; a packet brings more than that. */
const PIECE = 256;

const INFLATERS = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress };

export interface Receipt {
  /** Bytes at most, when it is inflated. */
  readonly limit: number;
  /** Where the bytes are accounted for. */
  readonly place: Place;
}

/** Whether a request says that a body comes with it. */
export function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/**
 * Reads a request's body to its end. A large one is handed over in a turn of its own, and none for
 * a sender who has gone meanwhile.
 *
 * @throws HttpProblem 413 for one that is too large, 503 when there is no room for it, 415 for an
 *   unknown compression, 400 for a broken one, or when the sender has gone
 */
export async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  { limit, place }: Receipt,
): Promise<Buffer> {
  if (response.closed) throw brokenOff();
  const { 'content-length': declared, 'content-encoding': encoding } = request.headers;
  if (encoding === undefined && Number(declared) > limit) throw tooLarge();
  const body = await collect(request, limit, place);
  if (body.length > SMALL) await nextEventLoopTurn();
  if (response.closed) throw brokenOff();
  return body;
}

/** What is refused half-way is read off unkept, so that its sender hears the answer. */
function collect(request: IncomingMessage, limit: number, place: Place): Promise<Buffer> {
  const source = inflated(request);
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const fail = (error: Error): void => {
      source.off('data', keep);
      if (source !== request) {
        request.unpipe();
        source.destroy();
      }
      request.resume();
      pieces.length = 0;
      place.giveBack();
      reject(error);
    };
    const keep = (piece: Buffer): void => {
      length += piece.length;
      if (length > limit) return fail(tooLarge());
      try {
        place.take(piece.length);
        pieces.push(piece);
      } catch (error) {
        fail(error as Error);
      }
    };
    endInCrumbs(request);
    source.on('data', keep);
    source.once('end', () => resolve(Buffer.concat(pieces)));
    source.on('error', () => fail(source === request ? brokenOff() : brokenCompression()));
    request.once('close', () => request.complete || fail(brokenOff()));
  });
}

function inflated(request: IncomingMessage): Readable {
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding === 'identity') return request;
  if (!Object.hasOwn(INFLATERS, encoding)) throw unknownEncoding();
  return request.pipe(INFLATERS[encoding as keyof typeof INFLATERS]());
}

/** Each piece takes some 400 bytes beside its own, so 1 MiB in chunks of one byte would take 400 MB. */
function endInCrumbs(request: IncomingMessage): void {
  let pieces = 0;
  let received = 0;
  request.on('data', ({ length }: Buffer) => {
    received += length;
    if (++pieces > SOME_PIECES + received / PIECE) request.destroy();
  });
}
