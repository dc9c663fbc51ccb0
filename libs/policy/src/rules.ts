import type { Bilingual, Rule } from '@app/kernel';
import type { ArticleId } from './articles.js';

/**
 * A rule that stands on an article of the catalogue; a wrong article id does not compile.
 *
 * @param brokenBy true when the subject breaks the article
 * @param whenFound what is said of it afterwards, where it was not prevented; default: `says`
 */
export function rule<Subject>(
  article: ArticleId,
  code: string,
  says: Bilingual,
  brokenBy: (subject: Subject) => boolean,
  whenFound?: Bilingual,
): Rule<Subject, ArticleId> {
  return { article, code, says, brokenBy, ...(whenFound && { whenFound }) };
}
