import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpProblem } from '../problems/http-problem.js';

/** Pieces that every body may come in, however small they are: clients that write it field by field. */
const SOME_PIECES = 1000;

/** Bytes of a large body for which it may come in one piece more; a packet brings twice as many. */
const PIECE = 256;

/**
 * Room in the memory of one process for bodies that are on their way in. Each takes what it may come
 * to before its first byte is kept, so whoever holds back the last one costs no more than the room.
 */
export class Room {
  private taken = 0;

  /** @param bytes taken at a time at most */
  constructor(private readonly bytes: number) {}

  /**
   * Takes some of it until the function that is answered gives it back, at the latest until the
   * response is closed, as it also is when the connection breaks. Call it before the body is read: it
   * ends the connection of a body that comes in crumbs.
   *
   * @throws HttpProblem 503 `intake-full` with Retry-After when less than that is left
   */
  take(bytes: number, response: ServerResponse): () => void {
    // A response that is closed already would never give it back, and nothing comes any more.
    if (response.closed) return () => undefined;
    if (this.taken + bytes > this.bytes) throw intakeFull();
    this.taken += bytes;
    let given = false;
    const giveBack = (): void => {
      if (given) return;
      given = true;
      this.taken -= bytes;
    };
    response.once('close', giveBack);
    endInCrumbs(response.req, bytes);
    return giveBack;
  }
}

/** Each piece takes some 400 bytes beside its own, so 1 MiB in chunks of one byte would take 400 MB. */
function endInCrumbs(request: IncomingMessage, bytes: number): void {
  const most = SOME_PIECES + bytes / PIECE;
  let pieces = 0;
  let received = 0;
  request.on('data', ({ length }: Buffer) => {
    received += length;
    // What exceeds its limit is kept no longer, and is read off before it is refused.
    if (++pieces > most && received <= bytes) request.destroy();
  });
}

/**
 * Bytes that a request's body may come to in memory: what it declares; the limit when it declares
 * nothing or is compressed; none when it declares more than the limit, for then it is not read.
 */
export function bytesToKeep({ headers }: IncomingMessage, limit: number): number {
  const declared = headers['content-length'];
  if (declared === undefined) return headers['transfer-encoding'] === undefined ? 0 : limit;
  if (headers['content-encoding'] !== undefined) return limit;
  return Number(declared) > limit ? 0 : Number(declared);
}

function intakeFull(): HttpProblem {
  return new HttpProblem(503, 'intake-full', {
    says: {
      zh: '同时接收的内容过多，未读取此请求体，请稍后重试',
      en: 'too much is being received at once; the body was not read, try again later',
    },
    headers: { 'Retry-After': '1' },
  });
}
