import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests that may wait on one connection behind the one that is worked on. */
export const WAITING = 8;

/** A request whose turn on its connection has not come, with what its answer is written to. */
type Exchange = readonly [IncomingMessage, ServerResponse];

interface Line {
  readonly waiting: Exchange[];
  /** Whether no more is taken from this connection. */
  ended: boolean;
}

/**
 * Works on one request of each connection at a time. Node hands over whatever one read of a socket
 * brought, some thousand requests, in one round of the event loop, and keeps their answers in memory
 * until the client reads them.
 *
 * A request that came too early waits until the answer before it has left for the client, and begins
 * in a round of its own. The last of `WAITING` is answered with `Connection: close`, which says that
 * nothing behind it was processed (RFC 9112, section 9.6), and nothing more is read: a client that
 * sends so many ahead sends the rest again on another connection.
 */
export function oneAtATime(work: RequestListener): RequestListener {
  const lines = new WeakMap<Socket, Line>();
  const begin = ([request, response]: Exchange, line: Line): void => {
    // Answers that wait are not told that their connection has gone.
    if (request.socket.destroyed) return;
    response.once('close', () => {
      const next = line.waiting.shift();
      if (next) setImmediate(begin, next, line);
      else lines.delete(request.socket);
    });
    work(request, response);
  };
  return (request, response) => {
    const line = lines.get(request.socket);
    if (line) return queue([request, response], line);
    const first = { waiting: [], ended: false };
    lines.set(request.socket, first);
    begin([request, response], first);
  };
}

function queue(next: Exchange, line: Line): void {
  const [{ socket }, response] = next;
  // Not at once: the end of each message sets the socket reading again.
  if (line.ended) return process.nextTick(() => socket.pause());
  line.waiting.push(next);
  if (line.waiting.length < WAITING) return;
  line.ended = true;
  response.shouldKeepAlive = false;
}
