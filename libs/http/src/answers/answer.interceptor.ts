import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { HttpProblem } from '../problems/http-problem.js';
import { isOutcome, outcomeBody } from './outcome.body.js';
import { CREATES, REQUIRES_IF_MATCH, TAKES, type LocationOf } from './routes.js';
import { etagOf, namesTag, Versioned } from './versioned.js';

/** Checks what HTTP itself asks of a request, and gives outcomes and versioned bodies their HTTP form. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const route = context.getHandler();
    demandIfMatch(route, request);
    demandMediaType(route, request);
    return next.handle().pipe(map((answer: unknown) => dress(answer, route, request, response)));
  }
}

function dress(answer: unknown, route: object, request: Request, response: Response): unknown {
  if (answer instanceof Versioned) return dressVersioned(answer, request, response);
  if (!isOutcome(answer)) return answer;
  const locationOf = Reflect.getMetadata(CREATES, route) as LocationOf | undefined;
  if (locationOf) response.setHeader('Location', locationOf(answer));
  response.status(locationOf && !answer.repeated ? 201 : 200);
  response.setHeader('ETag', etagOf(answer.version));
  return outcomeBody(answer);
}

function dressVersioned(
  { version, body }: Versioned<unknown>,
  request: Request,
  response: Response,
): unknown {
  const tag = etagOf(version);
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'private, no-cache');
  if (!namesTag(request.headers['if-none-match'], tag)) return body;
  response.status(304);
  return undefined;
}

function demandIfMatch(route: object, { headers }: Request): void {
  if (headers['if-match'] !== undefined || !Reflect.getMetadata(REQUIRES_IF_MATCH, route)) return;
  throw new HttpProblem(428, 'if-match-required', {
    says: {
      zh: '请以 If-Match 说明所依据的版本',
      en: 'say with If-Match which version this was decided on',
    },
  });
}

/** A body in another media type would be passed over, and the command carried out without its data. */
function demandMediaType(route: object, request: Request): void {
  const { headers } = request;
  const empty = headers['content-length'] === undefined || headers['content-length'] === '0';
  if (empty && headers['transfer-encoding'] === undefined) return;
  const own = Reflect.getMetadata(TAKES, route) as readonly string[] | undefined;
  if (!own && headers['content-type'] === 'application/json') return;
  const taken = own ?? ['application/json'];
  if (request.is([...taken]) !== false) return;
  throw new HttpProblem(415, 'unsupported-media-type', {
    says: { zh: `请求体须为：${taken.join('、')}`, en: `the body must be: ${taken.join(', ')}` },
  });
}
