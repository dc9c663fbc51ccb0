import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { namesVersion } from '../conditions.js';
import { hasBody } from '../input/receive.js';
import { HttpProblem } from '../problems/http-problem.js';
import { contextOf } from '../request-context.js';
import { CREATES, REQUIRES_IF_MATCH, TAKES, type LocationOf } from './routes.js';

/** What a route asks of HTTP itself, looked at once it is known who asks. */
@Injectable()
export class DemandsGuard implements CanActivate {
  /** @throws HttpProblem 428 without a required version in `If-Match`, 415 for a body of another media type */
  canActivate(context: ExecutionContext): true {
    const request = context.switchToHttp().getRequest<Request>();
    const route = context.getHandler();
    demandIfMatch(route, request);
    demandMediaType(route, request);
    const locationOf = Reflect.getMetadata(CREATES, route) as LocationOf | undefined;
    if (locationOf) contextOf(request).locationOf = locationOf;
    return true;
  }
}

function demandIfMatch(route: object, { headers }: Request): void {
  if (namesVersion(headers['if-match']) || !Reflect.getMetadata(REQUIRES_IF_MATCH, route)) return;
  throw new HttpProblem(428, 'if-match-required', {
    says: {
      zh: '请以 If-Match 说明所依据的版本，例如 "12"；* 不说明版本',
      en: 'say with If-Match which version this was decided on, such as "12"; * names none',
    },
  });
}

/** A body in another media type would be passed over, and the command carried out without its data. */
function demandMediaType(route: object, request: Request): void {
  const { headers } = request;
  if (!hasBody(request)) return;
  const own = Reflect.getMetadata(TAKES, route) as readonly string[] | undefined;
  if (!own && headers['content-type'] === 'application/json') return;
  const taken = own ?? ['application/json'];
  if (request.is([...taken]) !== false) return;
  throw new HttpProblem(415, 'unsupported-media-type', {
    says: { zh: `请求体须为：${taken.join('、')}`, en: `the body must be: ${taken.join(', ')}` },
  });
}
