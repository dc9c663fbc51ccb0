import { streamsOf, type Instant } from '@app/kernel';
import type { Clause } from './clause.js';
import { nameOf } from './clause.js';
import type { EditionText } from './edition.js';

/** An edition as it stands: a draft judges nothing, an approved one is never changed. */
export interface Edition {
  readonly edition: string;
  readonly text: EditionText;
  readonly draftedAt: Instant;
  readonly draftedBy: string;
  /** Of an approved one: the moment from which on it judges what happens, until the next one does. */
  readonly inForceFrom?: Instant;
  readonly approvedBy?: string;
}

/** Every edition of one document, in the order in which they were first drafted. Stream `edition-<line>`. */
export interface EditionLine {
  readonly editions: readonly Edition[];
}

/** Document 2 is the one that has editions of its own. */
export const DOCUMENT_2 = 'document-2';

export const editionStreams = streamsOf<EditionLine, { line: string }>('edition', ['line']);

/** An edition that judges. */
export type EditionInForce = Edition & { readonly inForceFrom: Instant };

/** The approved editions, by when they come into force. */
export function approved({ editions }: EditionLine): readonly EditionInForce[] {
  return editions
    .filter((each): each is EditionInForce => each.inForceFrom !== undefined)
    .toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
}

/** The edition by which what happened at an instant is judged; undefined: none was in force (D42, D44). */
export function editionAt(line: EditionLine, at: Instant): EditionInForce | undefined {
  return approved(line).findLast(({ inForceFrom }) => inForceFrom <= at);
}

/** The clause of that name; undefined where the edition has none. */
export function clauseNamed({ clauses }: EditionText, name: string): Clause | undefined {
  return clauses.find((each) => nameOf(each) === name);
}
