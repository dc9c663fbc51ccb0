import { upcast, type RecordedEvent } from '@app/event-store';
import { ProjectionFault } from './errors.js';
import { tablesOf, type Projection, type Seen, type TableFold } from './projection.js';
import type { RowClass } from './row.js';

/** What a page of events makes of a table: each touched row once, however many events touched it. */
export interface Changes {
  readonly written: readonly object[];
  readonly removed: readonly string[];
}

/** The events as the projection knows them; those of types it does not handle are left out. */
export function relevant(
  { handles }: Projection,
  events: readonly RecordedEvent[],
): RecordedEvent[] {
  return events
    .filter(({ type }) => Object.hasOwn(handles, type))
    .map((event) => upcast(event, handles));
}

/**
 * For each table the keys of the rows that must be known before the events: all that they touch, but
 * for those that they begin.
 */
export function keysToLoad(projection: Projection, events: readonly RecordedEvent[]): string[][] {
  return tablesOf(projection).map((table) => {
    const { begins = [] } = table;
    if (begins === 'always') return [];
    const needed = new Map<string, boolean>();
    for (const event of events) {
      for (const key of guarded(projection, event, () => table.keysOf(event)))
        if (!needed.has(key)) needed.set(key, !begins.includes(event.type));
    }
    return [...needed].flatMap(([key, isNeeded]) => (isNeeded ? [key] : []));
  });
}

/**
 * Folds the events into the rows that they touch.
 *
 * @param rows of each table the rows as they are stored, by key; a missing one does not exist yet, or is begun anew
 * @returns the changes of each table, in the projection's order
 * @throws ProjectionFault `keysOf` or `evolve` threw; it names the event
 */
export function foldPage(
  projection: Projection,
  rows: readonly ReadonlyMap<string, object>[],
  events: readonly RecordedEvent[],
): Changes[] {
  const tables: Folding[] = [];
  for (const fold of tablesOf(projection)) {
    const earlier = [...tables];
    tables.push({
      fold,
      before: rows[earlier.length],
      after: new Map(),
      seen: seenIn(earlier),
    });
  }
  for (const event of events) {
    guarded(projection, event, () => {
      for (const { fold, before, after, seen } of tables) {
        for (const key of new Set(fold.keysOf(event))) {
          const row = after.has(key) ? after.get(key) : before?.get(key);
          after.set(key, fold.evolve(row, event, key, seen(event)));
        }
      }
    });
  }
  return tables.map(({ after }) => changesOf(after));
}

/** A table while a page is folded into it. */
interface Folding {
  readonly fold: TableFold;
  readonly before: ReadonlyMap<string, object> | undefined;
  readonly after: Map<string, object | undefined>;
  readonly seen: (event: RecordedEvent) => Seen;
}

/** What an event may look at: rows that it touches itself, which are known at any size of a page. */
function seenIn(tables: readonly Folding[]): Folding['seen'] {
  return (event) =>
    <Row extends object>(row: RowClass<Row>, key: string) => {
      const table = tables.find(({ fold }) => fold.row === row);
      if (!table?.fold.keysOf(event).includes(key))
        throw new RangeError(`the event touches no ${row.name} ${key} in a table before this one`);
      return table.after.get(key) as Row | undefined;
    };
}

function changesOf(after: ReadonlyMap<string, object | undefined>): Changes {
  const entries = [...after];
  return {
    written: entries.flatMap(([, row]) => (row ? [row] : [])),
    removed: entries.flatMap(([key, row]) => (row ? [] : [key])),
  };
}

function guarded<Result>(projection: Projection, event: RecordedEvent, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw new ProjectionFault(projection.name, event, error);
  }
}
