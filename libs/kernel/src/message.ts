import type { Instant } from './time.js';

/** Who acted, in which role, and for whom where it was not for themselves. */
export interface Actor {
  /** The employee's id, or that of an API client. */
  readonly id: string;
  readonly role: string;
  /** The employee in whose place the actor acted. */
  readonly onBehalfOf?: string;
}

/**
 * A wish to change something, with everything that deciding needs: the decision itself reads no
 * clock and no random source.
 */
export interface Command<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** The same wish sent again has the same id, and changes nothing. */
  readonly id: string;
  /** When it happened, by the clock of whoever did it; not when the server heard of it. */
  readonly occurredAt: Instant;
  readonly actor: Actor;
}

/** Something that happened, as a decider states it. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  readonly occurredAt: Instant;
  readonly actor: Actor;
  /** The policy articles that this event answers to. */
  readonly articles: readonly string[];
}

/** The event that `command` causes: it happened when the command did, by the same actor. */
export function happened<Type extends string, Data>(
  command: Command,
  type: Type,
  data: Data,
  articles: readonly string[] = [],
): DomainEvent<Type, Data> {
  return { type, data, occurredAt: command.occurredAt, actor: command.actor, articles };
}
