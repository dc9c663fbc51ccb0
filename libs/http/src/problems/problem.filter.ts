import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import { articleTitle } from '@app/policy';
import { allowedMethods } from './allowed-methods.js';
import { namesVersion } from '../conditions.js';
import { contextOf, type RequestContext } from '../request-context.js';
import { titleOf, type Problem } from './problem.js';
import type { Refusal } from './refusal.js';
import { refusalOf } from './refusal-of.js';

/** Milliseconds between two lines that say that the database is away. */
const QUIET = 5_000;

/** Answers every error of a request with a problem document (RFC 9457); logs those that are ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');
  private toldAway = -Infinity;

  constructor(private readonly host: HttpAdapterHost) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const context = contextOf(request);
    const refusal = this.refine(
      refusalOf(error, {
        conditional: namesVersion(request.headers['if-match']),
        // A question has no body: what is wrong with it stands in the query.
        pointed: request.method === 'GET' || request.method === 'HEAD' ? 'query' : 'body',
      }),
      request,
    );
    if (refusal.fault) this.log(error, context);
    if (refusal.code === 'database-away') this.logAway();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const [name, value] of Object.entries(refusal.headers ?? {}))
      response.setHeader(name, value);
    response.setHeader('X-Request-Id', context.requestId);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Language', context.language === 'zh' ? 'zh-CN' : 'en');
    response.status(refusal.status).type('application/problem+json');
    response.send(Buffer.from(JSON.stringify(problemOf(refusal, context))));
  }

  /** The framework reports a known path with a wrong method as an unknown route. */
  private refine(refusal: Refusal, request: Request): Refusal {
    if (refusal.code !== 'no-such-route') return refusal;
    const allowed = allowedMethods(this.host.httpAdapter, request.path);
    if (allowed.length === 0) return refusal;
    const methods = allowed.join(', ');
    return {
      status: 405,
      code: 'method-not-allowed',
      says: {
        zh: `此路径不接受 ${request.method}，只接受：${allowed.join('、')}`,
        en: `this path does not take ${request.method}, but ${methods}`,
      },
      headers: { Allow: methods },
    };
  }

  /** An outage fails every request; one line in a while says so for all of them. */
  private logAway(): void {
    const now = performance.now();
    if (now - this.toldAway < QUIET) return;
    this.toldAway = now;
    this.logger.warn('the database cannot be reached; requests are answered with 503');
  }

  /** Name, code and place only: messages may quote what people wrote. */
  private log(error: unknown, { requestId }: RequestContext): void {
    const { name, stack = '' } = error instanceof Error ? error : new Error();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
    this.logger.error({
      message: 'request failed',
      requestId,
      error: name,
      code,
      stack: frames.slice(0, 12).map((line) => line.trim()),
    });
  }
}

/** A refusal in the caller's language. */
export function problemOf(
  refusal: Refusal,
  { language, requestId }: Pick<RequestContext, 'language' | 'requestId'>,
): Problem {
  const { status, code, says, errors, article } = refusal;
  const title = titleOf(status, language);
  return {
    type: `urn:service-centre:problem:${code}`,
    title,
    status,
    code,
    detail: says?.[language] ?? title,
    instance: `urn:service-centre:request:${requestId}`,
    ...(errors && {
      errors: errors.map(({ pointer, in: part, code, says }) => ({
        pointer,
        in: part,
        code,
        detail: says[language],
      })),
    }),
    ...(article !== undefined && { article, articleTitle: articleTitle(article, language) }),
  };
}
