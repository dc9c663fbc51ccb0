import type { DataSource } from 'typeorm';
import { LogDamaged, type EventStore, type RecordedEvent } from '@app/event-store';
import type { CheckpointRow } from './stored-checkpoints.js';
import type { RunnerFailure, RunnerState } from './runner-state.js';

/** How a projection stands, for health and metrics. */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  /** What this process does for it. */
  readonly state: RunnerState;
  readonly position: bigint;
  /** Of which log its rows are; undefined before anybody led it. */
  readonly logId: string | undefined;
  /** Events of the log that it has not looked at yet; where positions have gaps, at most a thousand are counted. */
  readonly lagEvents: number;
  /** Age of the oldest event that it has not looked at yet; 0 when there is none. */
  readonly lagSeconds: number;
  /** Who leads it at present, in whatever process; null when nobody does. */
  readonly lease: {
    readonly owner: string;
    readonly epoch: string;
    readonly expiresAt: Date;
  } | null;
  readonly failure: RunnerFailure | undefined;
}

/** Events that are counted of a lag, where the difference of two positions does not say how many there are. */
export const COUNTED = 1_000;

/** Whose rows a projection's are, and who leads it, by what is stored. */
export function heldBy(row: CheckpointRow | undefined): Pick<ProjectionStatus, 'logId' | 'lease'> {
  const logId = row?.log_id ?? undefined;
  if (!row?.owner || !row.live || !row.expires_at) return { logId, lease: null };
  return { logId, lease: { owner: row.owner, epoch: row.epoch, expiresAt: row.expires_at } };
}

/** What of the log up to `head` lies behind a position. */
export async function lagOf(
  store: EventStore,
  dataSource: DataSource,
  { position, head }: { readonly position: bigint; readonly head: bigint },
): Promise<Pick<ProjectionStatus, 'lagEvents' | 'lagSeconds'>> {
  if (head <= position) return { lagEvents: 0, lagSeconds: 0 };
  const contiguous = store.capabilities.contiguousPositions;
  const events = await eventsAfter(store, position, contiguous ? 1 : COUNTED);
  const age = events[0] ? (await now(dataSource)) - Date.parse(events[0].recordedAt) : 0;
  const lagEvents = contiguous ? Number(head - position) : events.length;
  return { lagEvents, lagSeconds: Math.max(0, age / 1000) };
}

/** The service's time, by which the log is recorded. */
async function now(dataSource: DataSource): Promise<number> {
  const [found] = await dataSource.query<[{ now: Date }]>('SELECT service_clock.now()');
  return found.now.getTime();
}

/** Where the next one is missing, the newest stands for it: what lies behind is older still. */
async function eventsAfter(
  store: EventStore,
  position: bigint,
  limit: number,
): Promise<readonly RecordedEvent[]> {
  try {
    return (await store.readAll({ after: position, limit })).events;
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    return (await store.readAll({ direction: 'backward', limit: 1 })).events;
  }
}
