import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, type NextFunction, type Request, type Response } from 'express';
import { bytesToKeep, Room } from './room.js';

/** Bytes of a JSON body at most. */
const LIMIT = 1024 * 1024;

/**
 * Bytes of JSON bodies that one process receives at a time: as many as sixty-four of the largest.
 * They are read before it is known who sends them, so whoever fills this holds up large bodies only.
 */
const AT_A_TIME = 64 * LIMIT;

/** Bytes up to which a body is not counted: it takes no more than the headers that came with it may. */
const SMALL = 16 * 1024;

/** Levels of a JSON body at most; none of ours has more than five. */
const DEPTH = 32;

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');

/**
 * Reads JSON bodies up to 1 MiB; create the application with `bodyParser: false`. Large ones are
 * refused with 503 `intake-full` while too many of them are coming in.
 */
export function readJsonBodies(app: NestExpressApplication): void {
  const type = 'application/json';
  const read = json({ limit: LIMIT, type, strict: true, verify: wellFormed });
  const room = new Room(AT_A_TIME);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const bytes = bytesToKeep(request, LIMIT);
    if (bytes <= SMALL || request.is(type) === false) return read(request, response, next);
    const giveBack = room.take(bytes, response);
    return read(request, response, (error) => {
      giveBack();
      next(error);
    });
  });
}

/** @throws Error to the parser, for bytes that are no UTF-8 and for nesting that would exhaust the stack */
function wellFormed(_request: IncomingMessage, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new Error('the body is not UTF-8');
  if (body.length > 2 * DEPTH && depthOf(body) > DEPTH)
    throw new Error('the body is nested too deeply');
}

/** The deepest nesting of a JSON text, whatever else is wrong with it. */
function depthOf(body: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let index = 0; index < body.length; index++) {
    const byte = body[index];
    if (quoted) {
      if (byte === BACKSLASH) index++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) deepest = Math.max(deepest, ++depth);
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
  }
  return deepest;
}
