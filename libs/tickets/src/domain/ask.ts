import type { Command } from '@app/kernel';

/**
 * What can be asked of a ticket. `data` is what the caller says; `known` is what the system knows
 * besides the ticket's own state, gathered before deciding.
 */
export type Ask<Type extends string, Data, Known = undefined> = Command<Type, Data> & {
  readonly known: Known;
};

/** Data that speaks of one visit of the ticket, by its number. */
export type AtVisit<Data = unknown> = Data & { readonly visit: number };
