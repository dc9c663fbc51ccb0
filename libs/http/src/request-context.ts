import type { Request, RequestHandler } from 'express';
import type { Clock } from '@app/clock';
import { newId, type Actor, type Instant, type Language } from '@app/kernel';
import type { LocationOf } from './answers/routes.js';
import { languageOf } from './language.js';

/** Whose token came with the request. */
export interface Principal {
  /** The user's login name. */
  readonly login: string;
  /** The employee's id; `user:` and the login for a user who is no employee. */
  readonly id: string;
  readonly roles: readonly string[];
  /** When they were dismissed; what they did later is not taken. Absent of everybody else. */
  readonly dismissedAt?: Instant;
}

/** What one request carries along on its way through the server. */
export interface RequestContext {
  /** The caller's `X-Request-Id` where it is a sensible one, otherwise a new id. */
  readonly requestId: string;
  /** Unix milliseconds by the service's clock, when the server heard of it; unknown where nobody noted it. */
  readonly receivedAt: number | undefined;
  /** The service's clock, where it was noted by one. */
  readonly clock: Clock | undefined;
  readonly language: Language;
  /** Known once the guard has let the request pass; never for a public route. */
  principal?: Principal;
  /** Where what the route creates is to be read; for a route that creates nothing, undefined. */
  locationOf?: LocationOf;
  /** The principal in the role that lets it do this, and in whose place. */
  actor?: Actor;
}

const CONTEXT = Symbol('request context');

type Carrier = Request & { [CONTEXT]?: RequestContext };

/** The request's context, made when it is first asked for. */
export function contextOf(request: Request): RequestContext {
  return ((request as Carrier)[CONTEXT] ??= begun(request));
}

/** Notes for each request when it came; before anything else looks at it. */
export function notingReceipt(clock: Clock): RequestHandler {
  return (request, _response, next) => {
    (request as Carrier)[CONTEXT] = begun(request, clock);
    next();
  };
}

function begun({ headers }: Request, clock?: Clock): RequestContext {
  return {
    requestId: requestIdOf(headers['x-request-id']),
    language: languageOf(headers['accept-language']),
    receivedAt: clock?.now,
    clock,
  };
}

function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.:-]{1,100}$/.test(header) ? header : newId();
}
