import type { Request } from 'express';
import { beginsWithTime, derivedId, isId, newId } from '@app/kernel';
import { badHeader } from './problems/http-problem.js';

/** Namespace of the command ids that are made from a principal and its Idempotency-Key. */
const COMMANDS = '6f1d3c52-6a43-5f0e-9d0b-0b7e6c9f2a11';

/** What an `Idempotency-Key` may be, wherever a command's key stands. */
export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * Whether an `If-Match` names what the caller has seen. `*` does not: it says that the thing must
 * exist, whatever has become of it (RFC 9110, 13.1.1), which every command demands anyway.
 */
export function namesVersion(ifMatch: string | undefined): ifMatch is string {
  return ifMatch !== undefined && ifMatch.trim() !== '*';
}

/**
 * The version that `If-Match: "12"` demands, or a tag that begins with it and has a digest of what else was told; undefined without the header and for `*`.
 *
 * @throws HttpProblem 400 `bad-if-match` for anything else: a list, a weak tag, a bare number
 */
export function expectedVersionOf(ifMatch: string | undefined): number | undefined {
  if (!namesVersion(ifMatch)) return undefined;
  const digits = /^"(0|[1-9]\d{0,8})(?:-[\w-]{43})?"$/.exec(ifMatch.trim())?.[1];
  if (digits !== undefined) return Number(digits);
  throw badHeader('If-Match', 'bad-if-match', {
    zh: 'If-Match 必须是带引号的版本号，例如 "12"',
    en: 'If-Match must be one version in quotes, such as "12"',
  });
}

/**
 * The id of the command in a request: the same for the same principal and Idempotency-Key, new
 * when no key was sent. A key that is a UUIDv7 hands its time on, which keeps the ids of the log in
 * order of time; it is one key in upper and lower case.
 *
 * @throws HttpProblem 400 `bad-idempotency-key` unless it is 1–200 visible ASCII characters
 */
export function commandIdOf(principal: string, key: string | undefined): string {
  if (key === undefined) return newId();
  if (isId(key) && beginsWithTime(key)) return derivedId(key, `${COMMANDS}\n${principal}`);
  if (IDEMPOTENCY_KEY.test(key)) return derivedId(COMMANDS, `${principal}\n${key}`);
  throw badHeader('Idempotency-Key', 'bad-idempotency-key', {
    zh: 'Idempotency-Key 必须由 1 至 200 个可见 ASCII 字符组成',
    en: 'Idempotency-Key must be 1 to 200 visible ASCII characters',
  });
}

/** The W3C trace context of a request; one that is malformed is ignored, as the standard asks. */
export function traceParentOf(request: Request): string | undefined {
  const header = request.headers['traceparent'];
  return typeof header === 'string' &&
    /^[\da-f]{2}(-[\da-f]+){3}$/.test(header) &&
    header.length <= 55
    ? header
    : undefined;
}
