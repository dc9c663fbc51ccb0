import type { Actor, DomainEvent, Instant } from '@app/kernel';

/** What an event carries besides what happened: who caused it, by which command and under which policy. */
export interface EventMetadata {
  readonly occurredAt: Instant;
  readonly actor: Actor;
  readonly articles: readonly string[];
  /** The command that caused it. A command's events all carry its id, which makes its repeat known. */
  readonly commandId: string;
  /** Fingerprint of the request, so that one id used for two different requests is noticed. */
  readonly commandHash: string;
  /** Everything that came of one request or one process shares it. */
  readonly correlationId: string;
  /** The event or command that this one directly follows from. */
  readonly causationId: string;
  /** The version of the policy that judged it; the past is never judged anew. */
  readonly policyVersion: string;
  /** W3C trace context of the request. */
  readonly traceParent?: string;
}

/** An event on its way into the store. */
export interface NewEvent<Type extends string = string, Data = unknown> {
  /** A UUID; the store keeps an id once, which makes a repeated append harmless. */
  readonly id: string;
  /** A logical name that never changes, such as `TechnicianArrived`; no class name. */
  readonly type: Type;
  readonly schemaVersion: number;
  readonly data: Data;
  readonly meta: EventMetadata;
}

/** An event as the store gives it back: flat, so that a decider folds it as it is. */
export interface RecordedEvent<Type extends string = string, Data = unknown>
  extends DomainEvent<Type, Data>, EventMetadata {
  readonly id: string;
  readonly stream: string;
  /** Its number in the stream, from 1 without a gap; the stream's version after it. */
  readonly version: number;
  /** Its place in the order of all events. Ordered; without gaps only where the store is capable of it. */
  readonly position: bigint;
  readonly schemaVersion: number;
  /** When it was recorded, by the service's clock: never before the event that it follows in its stream, nor, where positions are contiguous, in the log. */
  readonly recordedAt: Instant;
  readonly articles: readonly string[];
  readonly occurredAt: Instant;
  readonly actor: Actor;
}
