/** A fault of the store's own kind; `code` is stable. */
export abstract class EventStoreError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A stream is not where the writer thought; whoever reads again and decides again may succeed. */
export class VersionConflict extends EventStoreError {
  readonly code = 'version-conflict';

  constructor(
    readonly stream: string,
    readonly expected: number | string,
    /** The version the stream has; 0 when it does not exist. */
    readonly actual: number,
  ) {
    super(`${stream} is at version ${actual}, not at ${expected}`);
  }
}

/** Event ids are stored already, but not as this very append. */
export class DuplicateEvent extends EventStoreError {
  readonly code = 'duplicate-event';
}

/** What no store could give back as it was: data beyond JSON, an id that is no UUID, a stream written twice in one append. */
export class UnstorableAppend extends EventStoreError {
  readonly code = 'unstorable-append';
}

/** More events or bytes than one append may hold. */
export class AppendTooLarge extends EventStoreError {
  readonly code = 'append-too-large';
}

/** Several streams in one append on a store that cannot store them together; nothing was stored. */
export class NotCapable extends EventStoreError {
  readonly code = 'not-capable';
}

/** The queue is full; nothing of the append was stored. */
export class StoreOverloaded extends EventStoreError {
  readonly code = 'store-overloaded';
}

/** The database has no room, or its disk fails; nothing of the append was stored. */
export class StoreFull extends EventStoreError {
  readonly code = 'database-full';
}

/** What is to be decided depends on a command under way in another process; nothing was stored, try again later. */
export class StreamClaimed extends EventStoreError {
  readonly code = 'stream-claimed';

  constructor(readonly stream: string) {
    super(`${stream} is claimed for a command that has not ended`);
  }
}

/** Whether the append was stored could not be learnt; the same append, sent again, settles it. */
export class OutcomeUnknown extends EventStoreError {
  readonly code = 'outcome-unknown';
}

/** The store is closing or closed. */
export class StoreClosed extends EventStoreError {
  readonly code = 'store-closed';
}

/** A hole or an inversion where the store promises none: readers stop rather than guess. */
export class LogDamaged extends EventStoreError {
  readonly code = 'log-damaged';
}

/** The cursor lies beyond the newest event: it is another log's, or the log was restored to an older state. */
export class CursorAhead extends EventStoreError {
  readonly code = 'cursor-ahead';

  constructor(
    readonly cursor: bigint,
    readonly head: bigint,
  ) {
    super(`the cursor stands at ${cursor}, but the log ends at ${head}`);
  }
}

/** The database is not fit to be the log: its schema is missing, or it could lose what it acknowledged. */
export class StoreUnfit extends EventStoreError {
  readonly code = 'store-unfit';
}
