import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { TAKES } from '../answers/routes.js';
import { contextOf } from '../request-context.js';
import { readJson } from './json-text.js';
import { hasBody, receive } from './receive.js';
import { Room } from './room.js';
import { unknownCharset } from './unreadable-body.js';

/** Bytes of a JSON body at most. */
const LIMIT = 1024 * 1024;

/**
 * Bytes of a body at most whose sender is not signed in: a login of 64 characters and a password of
 * 200, each escaped at its longest, come to 3.2 kB.
 */
const STRANGERS = 4 * 1024;

/** Bytes of JSON bodies that one process receives at a time: as many as sixty-four of the largest. */
const AT_A_TIME = 64 * LIMIT;

/**
 * Reads JSON bodies up to 1 MiB once the guards before it have let their sender pass; create the
 * application with `bodyParser: false`. A middleware would run before them, and keep and parse what
 * anybody sends who can reach the server.
 */
@Injectable()
export class JsonBody implements CanActivate {
  private readonly room = new Room(AT_A_TIME);

  /**
   * @throws HttpProblem 413 for a body that is too large, 503 `intake-full` while too many are coming
   *   in, 400 or 415 for one that cannot be read
   */
  canActivate(context: ExecutionContext): true | Promise<true> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (!hasBody(request) || Reflect.hasMetadata(TAKES, context.getHandler())) return true;
    return this.read(request, http.getResponse<Response>());
  }

  private async read(request: Request, response: Response): Promise<true> {
    demandUtf8(request.headers['content-type']);
    const { principal } = contextOf(request);
    const place = this.room.placeOf(response, principal?.login);
    const limit = principal ? LIMIT : STRANGERS;
    request.body = readJson(await receive(request, response, { limit, place }));
    place.giveBack();
    return true;
  }
}

function demandUtf8(type = ''): void {
  if (type === 'application/json') return;
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type) ?? [];
  if (!/^utf-?8$/i.test(charset)) throw unknownCharset();
}
