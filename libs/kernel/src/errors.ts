import type { Bilingual } from './bilingual.js';

/**
 * What the domain answers instead of events. Nothing has been stored when one is thrown.
 *
 * `code` is stable and made for programs; `says` is made for people; `pointer` is the JSON pointer
 * of the field in the command's data that is to blame, where one is.
 */
export abstract class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly says: Bilingual,
    readonly pointer?: string,
  ) {
    super(`${code}: ${says.en}`);
    this.name = new.target.name;
  }
}

/** A guard of the written policy refused the command; `article` is the one it stands on. */
export class Refused extends DomainError {
  constructor(
    readonly article: string,
    code: string,
    says: Bilingual,
    pointer?: string,
  ) {
    super(code, says, pointer);
  }
}

/** The command cannot follow what has already happened: an arrival at a visit that was cancelled. */
export class NotPossible extends DomainError {}

/**
 * The command's data contradicts itself or something it names: a window that ends before it starts. `article` is
 * the one that asks for the contrary, where one does.
 */
export class Invalid extends DomainError {
  constructor(
    code: string,
    says: Bilingual,
    pointer?: string,
    readonly article?: string,
  ) {
    super(code, says, pointer);
  }
}

/** What the command speaks of does not exist. */
export class NotFound extends DomainError {}

/** The actor may not do this, or not to this one. */
export class Forbidden extends DomainError {}
