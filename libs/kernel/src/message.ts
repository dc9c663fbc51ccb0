import type { Instant } from './time.js';

/** Who acted, in which role, and for whom where it was not for themselves. */
export interface Actor {
  /** The employee's id, or that of an API client. */
  readonly id: string;
  readonly role: string;
  /** The employee in whose place the actor acted. */
  readonly onBehalfOf?: string;
}

/** Everybody who acted: whose sign-in it was, and in whose place; whoever must not do two things does neither as either. */
export function partiesOf({ id, onBehalfOf }: Actor): readonly string[] {
  return onBehalfOf === undefined ? [id] : [id, onBehalfOf];
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
  /** When the server heard of it, by its own clock; default: at once. */
  readonly receivedAt?: Instant;
  /** It was done without a connection and sent with others afterwards; default: it was not. */
  readonly inBatch?: boolean;
  readonly actor: Actor;
}

/**
 * A command whose decision needs to know something beyond the state of its stream. `data` is what
 * the caller says; `known` is gathered before deciding, by the method of the decision context that
 * bears the command's name.
 */
export type Ask<Type extends string, Data, Known = undefined> = Command<Type, Data> & {
  readonly known: Known;
};

/** Something that happened, as a decider states it. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  readonly occurredAt: Instant;
  readonly actor: Actor;
  /** The policy articles that this event answers to. */
  readonly articles: readonly string[];
}
