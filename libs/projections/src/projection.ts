import type { EventTypes, RecordedEvent } from '@app/event-store';

/**
 * One answer to one question, kept up to date from the log: a pure fold of events into the rows of
 * one table. It reads no clock, no other row and no other table; what a row needs, its events say.
 *
 * A row's properties are the table's columns (`openedAt` is `opened_at`). A value is what JSON can
 * hold: an instant is its ISO text, a position its digits, and absent is `null`, never `undefined`.
 */
export interface Projection<Row extends object = object> {
  /** Kebab-case and unique; checkpoint, lease, metrics and `waitFor` go by it. */
  readonly name: string;
  /** Raise it whenever the same events are to make other rows: the next start then builds anew. */
  readonly version: number;
  /** With its schema, `read_model.ticket_board`. */
  readonly table: string;
  /** The column, of type text, that tells rows apart. */
  readonly key: string;
  /** Every column that `evolve` fills, the key included. */
  readonly columns: readonly string[];
  /** Columns that `derive` computes from the row when it is written, and that are never read back. */
  readonly derivedColumns?: readonly string[];
  derive?(row: Row): Readonly<Record<string, unknown>>;
  /** The event types it folds, with the way from their older schema versions. */
  readonly handles: EventTypes;
  /**
   * Event types with which a row begins: `evolve` makes it of the event alone, whatever stood there,
   * so that nothing is read before. Default: none, each row is read.
   */
  readonly begins?: readonly string[];
  /** The rows that an event touches; none passes it over. */
  keysOf(event: RecordedEvent): readonly string[];
  /** The row after the event; undefined removes it. */
  evolve(row: Row | undefined, event: RecordedEvent, key: string): Row | undefined;
}

/** A projection whose key and columns the compiler holds to what its rows have: how one is written. */
export interface ProjectionInto<Row extends object> extends Projection<Row> {
  readonly key: keyof Row & string;
  readonly columns: readonly (keyof Row & string)[];
}
