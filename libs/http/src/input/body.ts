import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Bytes of a JSON body at most. */
const LIMIT = 1024 * 1024;

/** Levels of a JSON body at most; none of ours has more than five. */
const DEPTH = 32;

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');

/** Reads JSON bodies up to 1 MiB; create the application with `bodyParser: false`. */
export function readJsonBodies(app: NestExpressApplication): void {
  const options = { limit: LIMIT, type: 'application/json', strict: true, verify: wellFormed };
  app.useBodyParser('json', options);
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
