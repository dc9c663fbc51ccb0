/** A stream resource on its way out: the body, and the version that its ETag is made of. */
export class Versioned<Body> {
  constructor(
    readonly version: number,
    readonly body: Body,
  ) {}
}

/**
 * What a query on one stream's state returns: answered with `ETag: "<version>"`, and with 304
 * when the caller's `If-None-Match` names that version.
 */
export function versioned<Body>(version: number, body: Body): Versioned<Body> {
  return new Versioned(version, body);
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
