/** Data that speaks of one visit of the ticket, by its number. */
export type AtVisit<Data = unknown> = Data & { readonly visit: number };
