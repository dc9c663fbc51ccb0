import type { Command, DomainEvent } from '@app/kernel';
import type { ArticleId } from './articles.js';

/**
 * The event that `command` causes: it happened when the command did, by the same actor.
 *
 * @param articles that it answers to; one that is not in the catalogue does not compile
 */
export function happened<Type extends string, Data>(
  command: Command,
  type: Type,
  data: Data,
  articles: readonly ArticleId[] = [],
): DomainEvent<Type, Data> {
  return { type, data, occurredAt: command.occurredAt, actor: command.actor, articles };
}
