import type { EventTypes, RecordedEvent } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import type { ColumnType, RowClass } from './row.js';

/** A context's event as the log holds it, its type and data bound together. */
export type Recorded<Event extends DomainEvent = DomainEvent> = Omit<
  RecordedEvent,
  'type' | 'data'
> &
  Event;

/**
 * The row under `key` in another table of the projection as the event has left it, undefined where
 * there is none. It must be a table named before, and a row that the same event touches there.
 */
export type Seen = <Row extends object>(row: RowClass<Row>, key: string) => Row | undefined;

/** A column that is computed from the row when it is written, and never read back; it is never null. */
export interface DerivedColumn<Row extends object> {
  readonly type: ColumnType;
  /** Of a `tsvector` the texts by which the row is found; what of them is sealed is opened before. */
  of(row: Row): unknown;
}

/**
 * How events become the rows of one table: a pure fold, which reads no clock and nothing but the
 * row at hand and what `seen` shows; what else a row needs, its events say. A row's values are what
 * JSON can hold: an instant is its ISO text, a position its digits, and absent is `null`.
 */
export interface TableFold<Row extends object = object, Event extends DomainEvent = DomainEvent> {
  /** Declares the table, its key and the columns that `evolve` fills. */
  readonly row: RowClass<Row>;
  /** Columns besides, for searching and sorting; by their names as properties. Default: none. */
  readonly derived?: { readonly [column: string]: DerivedColumn<Row> };
  /**
   * Event types with which a row begins: `evolve` makes it of the event alone, whatever stood there,
   * so that nothing is read before. `always`: each event makes rows of its own, which nothing
   * changes later, as in a ledger; such a row is keyed by the event's position or id. Default: each
   * row is read.
   */
  readonly begins?: readonly Event['type'][] | 'always';
  /** The rows that an event touches; none passes it over. */
  keysOf(event: Recorded<Event>): readonly string[];
  /** The row after the event; undefined removes it. */
  evolve(row: Row | undefined, event: Recorded<Event>, key: string, seen: Seen): Row | undefined;
}

/**
 * One answer to one question, kept up to date from the log: it folds events into the rows of one
 * table, or of several whose rows and checkpoint are written together.
 */
export interface Projection<
  Row extends object = object,
  Event extends DomainEvent = DomainEvent,
> extends TableFold<Row, Event> {
  /** Kebab-case and unique; checkpoint, lease, metrics and `waitFor` go by it. */
  readonly name: string;
  /** Raise it whenever the same events are to make other rows: the next start then builds anew. */
  readonly version: number;
  /** The event types it folds, with the way from their older schema versions. */
  readonly handles: Readonly<Record<Event['type'], EventTypes[string]>>;
  /**
   * The event type that says that keys of people were destroyed: what is derived of a row that it touches
   * is made anew without them. Default: nothing that is derived is of people.
   */
  readonly forgetsAt?: Event['type'];
  /** Further tables that the same events fill, each folded after those before it. Default: none. */
  readonly beside?: readonly TableFold<object, Event>[];
}

/** The tables of a projection, its own first. */
export function tablesOf(projection: Projection): readonly TableFold[] {
  return [projection, ...(projection.beside ?? [])];
}

/** Those of a context's event types that a projection handles, by name. */
export function only<Types extends EventTypes, Name extends keyof Types>(
  types: Types,
  names: readonly Name[],
): Pick<Types, Name> {
  return Object.fromEntries(names.map((name) => [name, types[name]])) as Pick<Types, Name>;
}
