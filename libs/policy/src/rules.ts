import type { Bilingual, Rule } from '@app/kernel';
import type { ArticleId } from './articles.js';

/**
 * A rule that stands on an article of the catalogue; a wrong article id does not compile.
 *
 * @param says what is said where it is broken; `whenFound`, where that was not prevented; default: the same
 * @param brokenBy true when the subject breaks the article
 */
export function rule<Subject>(
  article: ArticleId,
  code: string,
  says: Bilingual & { readonly whenFound?: Bilingual },
  brokenBy: (subject: Subject) => boolean,
): Rule<Subject, ArticleId> {
  const { whenFound, ...refused } = says;
  return { article, code, says: refused, brokenBy, ...(whenFound && { whenFound }) };
}
