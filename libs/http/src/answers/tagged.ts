import { createHash } from 'node:crypto';

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
 * the caller's `If-None-Match` names that version. A command's `If-Match` takes the same tag.
 */
export function versioned<Body>(version: number, body: Body): Tagged<Body> {
  return new Tagged(etagOf(version), body);
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
