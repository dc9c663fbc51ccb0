/** What the projections' thread is started with. */
export interface ProjectorData {
  readonly databaseUrl: string;
  /** Names the process in the leases. */
  readonly owner: string;
  readonly allowUnsafe: boolean;
}

/** What it is told: the log's head, which projection is waited for, or to end after the pages at hand. */
export type ToProjector = bigint | { readonly hurry: string } | 'close';
