import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import type { Outcome } from '@app/event-store';
import { OutcomeBody } from './outcome.body.js';

/** Where what a command created is to be read. */
export type LocationOf = (outcome: Outcome) => string;

export const CREATES = Symbol('location of what the route creates');
export const REQUIRES_IF_MATCH = Symbol('the route requires If-Match');
export const TAKES = Symbol('media types that the route takes');

/** The header of an answer that has a version. */
export const ETAG = {
  ETag: { description: 'version of the stream, in quotes', schema: { type: 'string' as const } },
};

export interface Conditions {
  /**
   * 428 without a version in `If-Match`: two people may have the same thing before them, and the later one must
   * not undo what the other did. Default false.
   */
  readonly requiresIfMatch?: boolean;
}

/** A route that carries a command out: 200, the outcome as body, its version as ETag. */
export function Changes({ requiresIfMatch = false }: Conditions = {}): MethodDecorator {
  return applyDecorators(
    SetMetadata(REQUIRES_IF_MATCH, requiresIfMatch),
    HttpCode(200),
    ApiOkResponse({ type: OutcomeBody, description: 'carried out', headers: ETAG }),
    ...conditionHeaders(requiresIfMatch),
  );
}

/** A route whose command creates something: 201 with its `Location`, or 200 when it is a repeat. */
export function Creates(locationOf: LocationOf): MethodDecorator {
  return applyDecorators(
    SetMetadata(CREATES, locationOf),
    HttpCode(201),
    ApiCreatedResponse({ type: OutcomeBody, description: 'created', headers: ETAG }),
    ApiOkResponse({ type: OutcomeBody, description: 'it had been created before', headers: ETAG }),
    ...conditionHeaders(),
  );
}

/** The media types of the body that a route reads itself, such as `application/octet-stream`; default: JSON only. */
export function Takes(...mediaTypes: readonly string[]): MethodDecorator {
  return SetMetadata(TAKES, mediaTypes);
}

/** Documents that the same key again changes nothing. */
export function TakesIdempotencyKey(): MethodDecorator {
  return ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      '1–200 visible ASCII characters, best a UUIDv7; the same key again changes nothing',
  });
}

function conditionHeaders(requiresIfMatch = false): MethodDecorator[] {
  return [
    TakesIdempotencyKey(),
    ApiHeader({
      name: 'If-Match',
      required: requiresIfMatch,
      description: requiresIfMatch
        ? 'the version it was decided on, such as "12"; 412 when it is stale, 428 for `*`, which names none'
        : 'the version it was decided on, such as "12"; 412 when it is stale; `*` demands nothing',
    }),
    ApiHeader({
      name: 'On-Behalf-Of',
      required: false,
      description:
        'id of the employee in whose place a supervisor or dispatcher acts; also of one who has left, for what they did before',
    }),
  ];
}
