import type { Bilingual } from '@app/kernel';

/** One thing that is wrong with the input. */
export interface InputError {
  /** JSON pointer of the field within the part of the request that `in` names. */
  readonly pointer: string;
  readonly in: 'body' | 'query' | 'path' | 'header';
  readonly code: string;
  readonly says: Bilingual;
}

export interface HttpProblemDetails {
  readonly errors?: readonly InputError[];
  /** Headers that belong to the answer: `Retry-After`, `Allow`, `WWW-Authenticate`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Text for people; the status's own title when there is nothing better to say. */
  readonly says?: Bilingual;
}

/** A refusal at the rim: the request never reached the domain. `code` is stable. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: HttpProblemDetails = {},
  ) {
    super(`${status} ${code}`);
    this.name = 'HttpProblem';
  }
}

/** 400 for a header that cannot be understood. */
export function badHeader(name: string, code: string, says: Bilingual): HttpProblem {
  return new HttpProblem(400, code, {
    says,
    errors: [{ pointer: `/${name}`, in: 'header', code, says }],
  });
}
