import type { Article } from '@app/policy';
import type { Mentions } from './scan.js';

/** What contradicts between the catalogue and the code, one sentence each; none when all is well. */
export function problems(catalogue: readonly Article[], mentions: Mentions): string[] {
  return [
    ...unknown(catalogue, mentions),
    ...catalogue.flatMap((article) => shortcomings(article, mentions)),
  ];
}

function unknown(catalogue: readonly Article[], { rules, events, tests }: Mentions): string[] {
  const known = new Set(catalogue.map(({ id }) => id));
  return [...rules, ...events, ...tests]
    .filter(({ article }) => !known.has(article))
    .map(({ article, path }) => `${path} names ${article}, which is no article of the catalogue`);
}

/** A rule of which the rest is still to come may so far only be recorded, as a deadline is that is set (B2). */
function shortcomings(article: Article, { rules, events, tests }: Mentions): string[] {
  const named = (among: Mentions['rules']) => among.some((each) => each.article === article.id);
  const hasRule = named(rules);
  const hasTest = named(tests);
  if (article.kind === 'rule') {
    const carriedOut = hasRule || (article.rest !== undefined && named(events));
    return [
      ...(carriedOut ? [] : [`${article.id} is a rule, but no code enforces it`]),
      ...(hasTest ? [] : [`${article.id} is a rule, but no test names it in its title`]),
    ];
  }
  if (hasRule) return [`${article.id} is enforced, but the catalogue says ${article.kind}`];
  return hasReason(article) ? [] : [`${article.id} has neither a rule nor a stated reason`];
}

function hasReason(article: Article): boolean {
  if (article.kind === 'guidance')
    return article.reason.en.trim() !== '' && article.reason.zh.trim() !== '';
  return article.kind === 'later' && article.broughtBy.length > 0;
}
