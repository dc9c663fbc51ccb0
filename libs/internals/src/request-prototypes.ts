import { IncomingMessage, ServerResponse, type ServerOptions } from 'node:http';
import type { Express } from 'express';

/**
 * Lets Node make each request and response with Express's prototype from the start. Express would
 * change it on every one of them, after which the engine knows none of their shapes any more, and
 * looks up every property of theirs the slow way.
 */
export function ownPrototypes({ request, response }: Express): ServerOptions {
  return {
    IncomingMessage: madeWith(IncomingMessage, request),
    ServerResponse: madeWith<typeof ServerResponse>(ServerResponse, response),
  };
}

/** A constructor that does what `made` does, for objects with the prototype given. */
function madeWith<Made extends abstract new (...args: never[]) => object>(
  made: Made,
  prototype: object,
): Made {
  function Own(this: object, ...args: unknown[]): void {
    Reflect.apply(made, this, args);
  }
  Own.prototype = prototype;
  return Own as unknown as Made;
}
