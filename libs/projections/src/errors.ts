import type { RecordedEvent } from '@app/event-store';

/** A fault of the read side's own kind; `code` is stable. */
export abstract class ProjectionError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The projection did not reach the position in time. The write itself stands; ask again a little later. */
export class NotYetVisible extends ProjectionError {
  readonly code = 'not-yet-visible';

  constructor(
    readonly projection: string,
    readonly wanted: bigint,
    readonly reached: bigint,
  ) {
    super(`${projection} stands at position ${reached}, not yet at ${wanted}`);
  }
}

/** The log ends before the position: it has given it to nobody, and nothing is waited for. */
export class PositionAhead extends ProjectionError {
  readonly code = 'position-ahead';

  constructor(
    readonly wanted: bigint,
    readonly head: bigint,
  ) {
    super(`position ${wanted} is wanted, but the log ends at ${head}`);
  }
}

/**
 * The checkpoint does not stand where its leader stored it last: another took the lease, or the
 * database has crashed and lost the newest pages. Nothing of the page was written.
 */
export class Fenced extends ProjectionError {
  readonly code = 'fenced';

  constructor(readonly projection: string) {
    super(`${projection} is led elsewhere by now, or the database has lost its newest pages`);
  }
}

/** Another process leads the projection, and was not asked to give way. */
export class LeaseHeld extends ProjectionError {
  readonly code = 'lease-held';

  constructor(
    readonly projection: string,
    readonly owner: string,
  ) {
    super(`${projection} is led by ${owner}`);
  }
}

/** The tables were built by a newer version of the projection than this process has. */
export class Superseded extends ProjectionError {
  readonly code = 'superseded';

  constructor(projection: string, own: number, found: number) {
    super(`${projection} stands at version ${found}, this process knows version ${own}`);
  }
}

/** The rows are folded from another log than this process has: its positions mean nothing here. */
export class OtherLog extends ProjectionError {
  readonly code = 'other-log';

  constructor(
    readonly projection: string,
    found: string,
    own: string,
  ) {
    super(`${projection} holds rows of the log ${found}, and this one is ${own}`);
  }
}

/** The store ended the subscription unasked, as it does when it closes. */
export class SubscriptionEnded extends ProjectionError {
  readonly code = 'subscription-ended';

  constructor(projection: string) {
    super(`the store ended the subscription of ${projection}`);
  }
}

/** An event that the projection cannot fold; `cause` is what it threw. */
export class ProjectionFault extends ProjectionError {
  readonly code = 'projection-fault';
  readonly position: bigint;

  constructor(projection: string, event: RecordedEvent, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${projection} cannot fold ${event.type} at position ${event.position}: ${reason}`, {
      cause,
    });
    this.position = event.position;
  }
}
