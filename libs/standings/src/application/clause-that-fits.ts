import type { Contexts } from '@app/event-store';
import { localDate, yearOf, type Instant } from '@app/kernel';
import type { ArticleId } from '@app/policy';
import { clauseInForce } from '../domain/steps/open-case.js';
import { knownOfCase } from './known.js';

/** What somebody did, by the clause that is to be about it. */
interface Done {
  readonly employee: string;
  readonly article: string;
  readonly clause: string;
  readonly happenedAt: Instant;
}

/**
 * What a command of another context must know before it says that a clause of document 2 fits: that the clause
 * was in force when it happened, and is about people of the employee's department.
 *
 * @throws Refused D42, D44: nothing was in force then; D4, D5: not for these people, or not about this
 * @throws NotFound `unknown-employee`: they did not work here then
 */
export async function clauseThatFits(
  { employee, article, clause, happenedAt }: Done,
  contexts: Contexts,
): Promise<void> {
  const year = yearOf(localDate(happenedAt));
  const data = { employee, year, happenedAt };
  const known = await knownOfCase({ data, occurredAt: happenedAt }, contexts);
  clauseInForce({ article: article as ArticleId, clause }, known);
}
