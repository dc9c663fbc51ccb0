import type { Command } from '@app/kernel';
import type { RequestFor } from './command-request.js';
import type { Contexts } from './contexts.js';

/** Those of the commands whose type has a `known`, and so must be told something. */
export type NeedsContext<C extends Command> = C extends Command
  ? 'known' extends keyof C
    ? [C['known']] extends [undefined]
      ? never
      : C
    : never
  : never;

type KnownOf<C> = C extends { readonly known?: infer Known } ? Known : never;

/**
 * Who finds out what commands must know beyond their own stream: one method for each command that
 * has a `known`, named after it. One that is missing does not compile.
 *
 * Called anew on each attempt, with the state that is decided on.
 */
export type DecisionContext<C extends Command, S> = {
  readonly [K in NeedsContext<C> as Uncapitalize<K['type']>]: (
    request: RequestFor<K>,
    state: S,
  ) => Promise<KnownOf<K>>;
};

/**
 * The same for commands that need to know no more than what other contexts publish: one function for
 * each, which a context may export for others: `{ checkOutTool: activeEmployee }`.
 */
export type Lookups<C extends Command, S> = {
  readonly [K in NeedsContext<C> as Uncapitalize<K['type']>]: (
    request: RequestFor<K>,
    contexts: Contexts,
    state: S,
  ) => Promise<KnownOf<K>>;
};
