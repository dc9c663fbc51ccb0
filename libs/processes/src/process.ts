import type { EventTypes } from '@app/event-store';
import type { DomainEvent, Instant, Streams, WorkingTime } from '@app/kernel';
import type { Recorded } from '@app/projections';

/** A command that a process gives, to one entity of a category of streams. */
export interface Send {
  readonly category: string;
  /** The entity; for ids of several parts, which the data holds, their stream's own part suffices. */
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
}

/** At a time to come a command, which decides again from the state of then. */
export interface SetDeadline {
  /** Unique within the key of the event; a later one of the same name takes its place. */
  readonly deadline: string;
  /**
   * An instant, or a time in working time by the calendar that is published as the event is dealt with.
   * Where that needs a year that is not published yet, the deadline waits, and is set once it is.
   */
  readonly at: Instant | WorkingTime;
  readonly send: Send;
}

/** The deadline of this name is no longer wanted; nothing where there is none. */
export interface WithdrawDeadline {
  readonly withdraw: string;
}

/** What a process wants done for an event. */
export type Reaction = Send | SetDeadline | WithdrawDeadline;

/**
 * What follows by itself. Both functions are pure: a crash, a second worker or a release of what was
 * parked calls them again on the same, and must be answered the same.
 */
export interface Process<State = unknown, Event extends DomainEvent = DomainEvent> {
  /** Kebab-case and unique, a sentence: `escalate-when-nobody-acknowledges`. It is stored for ever. */
  readonly name: string;
  /** From the log's first event, or from those that come once it is installed. */
  readonly startsAt: 'first-event' | 'installation';
  readonly handles: Readonly<Record<Event['type'], EventTypes[string]>>;
  /** What the state is kept by, and what waits when an event fails; default: the event's stream. */
  keyOf?(event: Recorded<Event>): string;
  readonly initialState: State;
  /** The state after the event, as JSON can hold it; undefined: it is over, nothing is kept. */
  evolve(state: State, event: Recorded<Event>): State | undefined;
  /** @param state as it was before the event */
  react(event: Recorded<Event>, state: State): readonly Reaction[];
}

/** A command to one entity of another aggregate. */
export function send<State, Id>(
  { category }: Streams<State, Id>,
  id: string,
  type: string,
  data: unknown = {},
): Send {
  return { category, id, type, data };
}

/** The name under which checkpoint and lease stand, beside those of projections. */
export function leaseName({ name }: Pick<Process, 'name'>): string {
  return `process/${name}`;
}

/** The key under which an event is dealt with; where it cannot be told, the stream. */
export function keyOf(process: Process, event: Recorded): string {
  try {
    return process.keyOf?.(event) ?? event.stream;
  } catch {
    // Telling it fails again as the event is reacted to, which parks it.
    return event.stream;
  }
}
