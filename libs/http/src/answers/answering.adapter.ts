import { createServer } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import type { Outcome } from '@app/event-store';
import { allowedMethods } from '../problems/allowed-methods.js';
import { contextOf } from '../request-context.js';
import { oneAtATime } from './one-at-a-time.js';
import { isOutcome, outcomeBody } from './outcome.body.js';
import { ownPrototypes } from '@app/internals/src/request-prototypes.js';
import { etagOf, namesTag, Tagged } from './tagged.js';

/**
 * Milliseconds in which a request has to come in whole; Node looks every half a minute, answers 408
 * and ends the connection. A photo of 5 MiB needs 90 kB/s then, one of 1 MB less than 20: a weak
 * mobile line has as much, and whoever sends more slowly on purpose takes room for no longer.
 */
const WHOLE_WITHIN = 60_000;

/** Milliseconds of those for the headers, which are 16 KiB at most. */
const HEADERS_WITHIN = 20_000;

/**
 * Gives outcomes and tagged bodies their HTTP form where the answer is written. An interceptor
 * could do it as well, but would lead every answer through a pipeline of observables.
 *
 * What no route answers is refused in one form wherever it was asked for, inside of the API's
 * prefix or beside it; `OPTIONS` is told what there is.
 */
export class AnsweringAdapter extends ExpressAdapter {
  override initHttpServer(): void {
    const express = this.getInstance<Express>();
    const times = { requestTimeout: WHOLE_WITHIN, headersTimeout: HEADERS_WITHIN };
    this.httpServer = createServer({ ...ownPrototypes(express), ...times }, oneAtATime(express));
  }

  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (isOutcome(body)) return sendOutcome(response, body);
    if (!(body instanceof Tagged)) return super.reply(response, body, statusCode);
    if (known(response, body.tag)) return response;
    if (body.json === undefined) return super.reply(response, body.body, statusCode);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    return super.reply(response, body.json, statusCode);
  }

  override setNotFoundHandler(refuse: RequestHandler): unknown {
    return this.use((request: Request, response: Response, next: NextFunction) => {
      const allowed = request.method === 'OPTIONS' ? allowedMethods(this, request.path) : [];
      if (allowed.length === 0) return refuse(request, response, next);
      return response.setHeader('Allow', allowed.join(', ')).status(204).end();
    });
  }
}

function sendOutcome(response: Response, outcome: Outcome): void {
  const { locationOf } = contextOf(response.req);
  if (locationOf) response.setHeader('Location', locationOf(outcome));
  response.statusCode = locationOf && !outcome.repeated ? 201 : 200;
  response.setHeader('ETag', etagOf(outcome.version));
  const text = JSON.stringify(outcomeBody(outcome));
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}

/** Says which tag it has; whether the caller has that one already, and has now been told so. */
function known(response: Response, tag: string): boolean {
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'private, no-cache');
  if (!namesTag(response.req.headers['if-none-match'], tag)) return false;
  response.statusCode = 304;
  response.end();
  return true;
}
