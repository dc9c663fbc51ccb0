import type { Bilingual } from '@app/kernel';
import type { Milestone } from './milestones.js';

/** The five documents that the catalogue is made of. */
export type DocumentId = 'V' | 'D' | 'N' | 'R' | 'B';

/** A misprint of the source: what stood there, and what this catalogue reads instead. */
export interface Correction {
  readonly printed: string;
  readonly read: string;
}

/** How the software stands to an article. */
export type Standing =
  /** Enforced by a guard or written down as a finding; `rest` will bring what is not covered yet. */
  | { readonly kind: 'rule'; readonly rest?: readonly Milestone[] }
  /** Nothing that a program could check, and why. */
  | { readonly kind: 'guidance'; readonly reason: Bilingual }
  /** Not built yet. */
  | { readonly kind: 'later'; readonly broughtBy: readonly Milestone[] };

/** An article as the catalogue's files write it down. */
export type ArticleData = {
  /** The document's letter and the article's number in it: `V11`, `B1.3`. */
  readonly id: `${DocumentId}${number}`;
  /** The number as the source writes it: `第十一条`, `16`, `1.3`. */
  readonly number: string;
  readonly title: Bilingual;
  /** The source's own words, lines kept, and a faithful translation of them. */
  readonly text: Bilingual;
  /** Misprints that `text.zh` does not repeat; none when absent. */
  readonly corrections?: readonly Correction[];
} & Standing;

/** An article with the document it stands in. */
export type Article<Id extends string = string> = Omit<ArticleData, 'id' | 'kind'> &
  Standing & { readonly id: Id; readonly document: DocumentId };
