import { clauseNamed } from '../edition/edition-line.js';
import type { KnownOfCase } from '../standing.commands.js';
import type { Facts } from './facts.js';

/** The clause in force then; undefined: there was none, or it is not about such people (D4, D42, D44). */
export function clauseIfInForce(
  { article, clause: name }: Pick<Facts, 'article' | 'clause'>,
  { edition, subject }: Pick<KnownOfCase, 'edition' | 'subject'>,
) {
  if (typeof edition === 'string') return undefined;
  const clause = clauseNamed(edition.text, `${article}.${name}`);
  return clause && clause.department === subject.department ? { edition, clause } : undefined;
}
