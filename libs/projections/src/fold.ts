import { upcast, type RecordedEvent } from '@app/event-store';
import { ProjectionFault } from './errors.js';
import type { Projection } from './projection.js';

/** What a page of events makes of a table: each touched row once, however many events touched it. */
export interface Changes<Row> {
  readonly written: readonly Row[];
  readonly removed: readonly string[];
}

/** The events as the projection knows them; those of types it does not handle are left out. */
export function relevant<Row extends object>(
  { handles }: Projection<Row>,
  events: readonly RecordedEvent[],
): RecordedEvent[] {
  return events
    .filter(({ type }) => Object.hasOwn(handles, type))
    .map((event) => upcast(event, handles));
}

/** The keys of the rows that must be known before the events: all that they touch, but for those that they begin. */
export function keysToLoad<Row extends object>(
  projection: Projection<Row>,
  events: readonly RecordedEvent[],
): string[] {
  const { begins = [] } = projection;
  const needed = new Map<string, boolean>();
  for (const event of events) {
    for (const key of guarded(projection, event, () => projection.keysOf(event)))
      if (!needed.has(key)) needed.set(key, !begins.includes(event.type));
  }
  return [...needed].flatMap(([key, isNeeded]) => (isNeeded ? [key] : []));
}

/**
 * Folds the events into the rows that they touch.
 *
 * @param rows the rows as they are stored, by key; a missing one does not exist yet, or is begun anew
 * @throws ProjectionFault `evolve` threw; it names the event
 */
export function foldPage<Row extends object>(
  projection: Projection<Row>,
  rows: ReadonlyMap<string, Row>,
  events: readonly RecordedEvent[],
): Changes<Row> {
  const after = new Map<string, Row | undefined>();
  for (const event of events) {
    guarded(projection, event, () => {
      for (const key of new Set(projection.keysOf(event))) {
        const row = after.has(key) ? after.get(key) : rows.get(key);
        after.set(key, projection.evolve(row, event, key));
      }
    });
  }
  const entries = [...after];
  return {
    written: entries.flatMap(([, row]) => (row ? [row] : [])),
    removed: entries.flatMap(([key, row]) => (row ? [] : [key])),
  };
}

function guarded<Row extends object, Result>(
  projection: Projection<Row>,
  event: RecordedEvent,
  step: () => Result,
): Result {
  try {
    return step();
  } catch (error) {
    throw new ProjectionFault(projection.name, event, error);
  }
}
