import type { RunnerSnapshot } from '@app/projections';
import type { StoreSettings } from '../store/open-store.js';

/** What the projections' thread is started with. */
export interface ProjectorData {
  readonly store: StoreSettings;
  /** Names the process in the leases. */
  readonly owner: string;
}

/** What it tells: how a projection stands, or with which SQLSTATE the database says that it is full. */
export type FromProjector = RunnerSnapshot | { readonly databaseFull: string };

/** What it is told: the log's head, which projection is waited for, or to end after the pages at hand. */
export type ToProjector = bigint | { readonly hurry: string } | 'close';
