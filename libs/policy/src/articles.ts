import type { Language } from '@app/kernel';
import type { Article, DocumentId } from './article.js';
import { lowVoltageSystems } from './articles/b-low-voltage-systems.js';
import { repairRewardsAndDiscipline } from './articles/d-repair.js';
import { salesDiscipline } from './articles/d-sales-discipline.js';
import { salesRewards } from './articles/d-sales-rewards.js';
import { systemAndClosing } from './articles/d-system-and-closing.js';
import { serviceStandards } from './articles/n-service-standards.js';
import { departmentDuties } from './articles/r-department-duties.js';
import { onSiteVisits } from './articles/v-on-site-visits.js';
import { serviceAndFarewell } from './articles/v-service-and-farewell.js';

const data = [
  ...onSiteVisits,
  ...serviceAndFarewell,
  ...systemAndClosing,
  ...salesRewards,
  ...salesDiscipline,
  ...repairRewardsAndDiscipline,
  ...serviceStandards,
  ...departmentDuties,
  ...lowVoltageSystems,
] as const;

/** The articles that there are; a wrong one does not compile. */
export type ArticleId = (typeof data)[number]['id'];

const order: readonly DocumentId[] = ['V', 'D', 'N', 'R', 'B'];

/** The whole catalogue, in the order of the source. */
export const articles: readonly Article<ArticleId>[] = data
  .map((article): Article<ArticleId> => ({ ...article, document: documentOf(article.id) }))
  .sort(
    (a, b) => order.indexOf(a.document) - order.indexOf(b.document) || numberOf(a) - numberOf(b),
  );

const byId: ReadonlyMap<string, Article<ArticleId>> = new Map(
  articles.map((each) => [each.id, each]),
);

/** The article of an id; undefined where a text that is no id of the catalogue is looked up. */
export function article(id: ArticleId): Article<ArticleId>;
export function article(id: string): Article<ArticleId> | undefined;
export function article(id: string): Article<ArticleId> | undefined {
  return byId.get(id);
}

/** An article's short title; the id itself where the catalogue has no such article. */
export function articleTitle(id: string, language: Language): string {
  return byId.get(id)?.title[language] ?? id;
}

function documentOf(id: ArticleId): DocumentId {
  return id.charAt(0) as DocumentId;
}

function numberOf({ id }: Article): number {
  return Number(id.slice(1));
}
