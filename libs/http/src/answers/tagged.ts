import { createHash } from 'node:crypto';
import { ERASED } from '@app/kernel';

/** A resource on its way out, with its strong entity tag. */
export class Tagged<Body> {
  constructor(
    readonly tag: string,
    readonly body: Body,
    /** The body as JSON, where that was made for the tag. */
    readonly json?: string,
  ) {}
}

/**
 * The state of one stream as its events say it, answered with `ETag: "<version>"`, and with 304 when
 * the caller's `If-None-Match` names that version. A command's `If-Match` takes the same tag. Somebody's
 * erasure is no event of the stream: the tag tells how much of it is marked as well.
 */
export function versioned<Body>(version: number, body: Body): Tagged<Body> {
  return versionedBeside(version, [], body);
}

/**
 * As `versioned`, where what other streams say by now is told beside it: the tag holds a digest of that as well, so
 * that 304 hides none of it. `If-Match` takes it for the version.
 *
 * @param beside what else is told; of an empty list the version is all there is
 */
export function versionedBeside<Body>(
  version: number,
  beside: readonly object[],
  body: Body,
): Tagged<Body> {
  const json = JSON.stringify(body);
  const marks = json.split(ERASED).length - 1;
  if (beside.length === 0 && marks === 0) return new Tagged(etagOf(version), body, json);
  const digest = createHash('sha256').update(JSON.stringify([marks, ...beside]));
  return new Tagged(`"${version}-${digest.digest('base64url')}"`, body, json);
}

/**
 * What is told of a stream, which depends on more than its version: on language and form, on the
 * names that people have by now, on how this release tells it. Its tag is a digest of its bytes, so
 * that 304 means the same bytes.
 */
export function taggedByContent<Body extends object | string>(body: Body): Tagged<Body> {
  const json = typeof body === 'string' ? undefined : JSON.stringify(body);
  const digest = createHash('sha256').update(json ?? (body as string));
  return new Tagged(`"${digest.digest('base64url')}"`, body, json);
}

/** The strong entity tag of a stream's version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** Whether an `If-None-Match` names the tag; weak tags compare by their content, as RFC 9110 asks. */
export function namesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(',')
    .map((candidate) => candidate.trim().replace(/^W\//, ''))
    .some((candidate) => candidate === '*' || candidate === tag);
}
