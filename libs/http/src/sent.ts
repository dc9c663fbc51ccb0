import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor, Instant, Language } from '@app/kernel';
import { commandIdOf, expectedVersionOf, traceParentOf } from './conditions.js';
import { HttpProblem } from './problems/http-problem.js';
import { contextOf, type Principal } from './request-context.js';

/** What a controller needs to know of a request besides its path, query and body. */
export interface Sent {
  /** In the role that lets it do what this route does. */
  readonly actor: Actor;
  readonly principal: Principal;
  /** Made from the principal and the `Idempotency-Key`; new when none was sent. */
  readonly commandId: string;
  /** The version that `If-Match` demands; undefined when it was not sent. */
  readonly expectedVersion?: number;
  /** The raw `If-Match`. */
  readonly ifMatch?: string;
  /** The `X-Request-Id`. */
  readonly correlationId: string;
  readonly traceParent?: string;
  readonly language: Language;
  /** By the service's clock. */
  readonly receivedAt: Instant;
  /** What time it is by now, by the service's clock. */
  readonly now: () => Instant;
}

/**
 * The request as `Sent`; only on routes that demand a token.
 *
 * @throws HttpProblem 400 when `If-Match` or `Idempotency-Key` is malformed
 */
export const FromRequest = createParamDecorator((_: unknown, context: ExecutionContext): Sent =>
  sentOf(context.switchToHttp().getRequest<Request>()),
);

/** What `@FromRequest()` hands over, for what runs outside of a controller method. */
export function sentOf(request: Request): Sent {
  const { actor, principal, requestId, receivedAt, clock, language } = contextOf(request);
  if (receivedAt === undefined || !clock) throw new TypeError('nobody noted when the request came');
  if (!actor || !principal) throw new HttpProblem(401, 'token-missing');
  const ifMatch = request.headers['if-match'];
  return {
    actor,
    principal,
    commandId: commandIdOf(principal.login, keyOf(request)),
    expectedVersion: expectedVersionOf(ifMatch),
    ifMatch,
    correlationId: requestId,
    traceParent: traceParentOf(request),
    language,
    receivedAt: new Date(receivedAt).toISOString(),
    now: () => new Date(clock.now).toISOString(),
  };
}

function keyOf(request: Request): string | undefined {
  const key = request.headers['idempotency-key'];
  return Array.isArray(key) ? key.join(', ') : key;
}
