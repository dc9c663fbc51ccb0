import type { CommandRequest } from '@app/event-store';
import type { Outcome, ProcessesSnapshot } from '@app/processes';
import type { RunnerSnapshot } from '@app/projections';
import type { StoreSettings } from '../store/open-store.js';

/** What the followers' thread is started with. */
export interface FollowersData {
  readonly store: StoreSettings;
  /** Names the process in the leases. */
  readonly owner: string;
}

/**
 * What it tells: how a projection or a process stands, a command of a process to be sent where those
 * of people go, or with which SQLSTATE the database says that it is full.
 */
export type FromFollowers =
  | { readonly projection: RunnerSnapshot }
  | { readonly process: ProcessesSnapshot }
  | { readonly command: number; readonly category: string; readonly request: CommandRequest }
  | { readonly databaseFull: string };

/**
 * What it is told: the log's head, which projection is waited for, what became of a command, or to
 * end after the pages at hand.
 */
export type ToFollowers =
  | bigint
  | { readonly hurry: string }
  | { readonly command: number; readonly outcome: Outcome }
  | 'close';
