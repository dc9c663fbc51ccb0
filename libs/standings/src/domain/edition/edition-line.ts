import { streamsOf, type Instant } from '@app/kernel';
import type { ServiceSettings } from '@app/policy';
import type { Clause } from './clause.js';
import { nameOf } from './clause.js';
import type { EditionText } from './edition.js';

/** An edition as it stands: a draft judges nothing, an approved one is never changed. */
export interface Edition<Text = EditionText> {
  readonly edition: string;
  readonly text: Text;
  readonly draftedAt: Instant;
  readonly draftedBy: string;
  /** Of an approved one: the moment from which on it judges what happens, until the next one does. */
  readonly inForceFrom?: Instant;
  readonly approvedBy?: string;
}

/** Every edition of one line, in the order in which they were first drafted. Stream `edition-<line>`. */
export interface EditionLine<Text = EditionText> {
  readonly editions: readonly Edition<Text>[];
}

/** Two lines have editions with numbers of their own: document 2, and what the service goes by. */
export const DOCUMENT_2 = 'document-2';
export const SERVICE_SETTINGS = 'service-settings';

/** Of either line, as its editions are drafted and approved. */
export const lineStreams = streamsOf<EditionLine<EditionText | ServiceSettings>, OfLine>(
  'edition',
  ['line'],
);
interface OfLine {
  readonly line: string;
}

/** The same, for whoever reads document 2, or the service settings. */
export const editionStreams = streamsOf<EditionLine, OfLine>('edition', ['line']);
export const settingsStreams = streamsOf<EditionLine<ServiceSettings>, OfLine>('edition', ['line']);

/** An edition that judges. */
export type EditionInForce<Text = EditionText> = Edition<Text> & { readonly inForceFrom: Instant };

/** The approved editions, by when they come into force. */
export function approved<Text>({ editions }: EditionLine<Text>): readonly EditionInForce<Text>[] {
  return editions
    .filter((each): each is EditionInForce<Text> => each.inForceFrom !== undefined)
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
