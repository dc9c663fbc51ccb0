import type { Request, RequestHandler, Response } from 'express';
import { contextOf } from '@app/http';
import type { HttpMetrics } from './http-metrics.js';
import type { LineWriter } from './line-writer.js';

/**
 * Sees every request come and go: gives it its id, measures it, and logs one line without personal
 * data: the route's template, not the path; neither query nor body.
 *
 * @param lines undefined when requests are not to be logged
 */
export function observer(metrics: HttpMetrics, lines: LineWriter | undefined): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    response.setHeader('X-Request-Id', contextOf(request).requestId);
    response.once('close', () => {
      const ms = performance.now() - start;
      const route = routeOf(request);
      metrics.observe(request.method, route, response.statusCode, ms / 1000);
      lines?.write(accessLine(request, response, route, ms));
    });
    next();
  };
}

function routeOf(request: Request): string {
  const route = request.route as { path: string } | undefined;
  return route?.path ?? 'none';
}

function accessLine(request: Request, response: Response, route: string, ms: number): string {
  const { requestId, actor } = contextOf(request);
  return JSON.stringify({
    level: 'log',
    timestamp: Date.now(),
    context: 'Http',
    requestId,
    method: request.method,
    route,
    status: response.statusCode,
    ms: Math.round(ms * 100) / 100,
    actor: actor?.id,
    role: actor?.role,
    complete: response.writableFinished,
  });
}
