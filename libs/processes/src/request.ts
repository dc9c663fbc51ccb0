import type { CommandRequest, RecordedEvent } from '@app/event-store';
import { derivedId, type Instant } from '@app/kernel';
import { policyAt } from '@app/policy';
import type { Send } from './process.js';

/** Which event made a process act, and the how manieth of its reactions it is. */
export interface Cause {
  readonly process: string;
  readonly eventId: string;
  readonly correlationId: string;
  readonly number: number;
}

export function causeOf(
  process: string,
  event: Pick<RecordedEvent, 'id' | 'correlationId'>,
  number: number,
): Cause {
  return { process, eventId: event.id, correlationId: event.correlationId, number };
}

/**
 * The request of a process. Its id follows from process, event and number alone: whoever sends it
 * again sends the same command, which changes nothing.
 *
 * @param occurredAt when the event was recorded, or the deadline was due
 * @param receivedAt now, by the service's clock
 */
export function requestOf(
  cause: Cause,
  { id, type, data }: Send,
  occurredAt: Instant,
  receivedAt: Instant,
): CommandRequest {
  return {
    id,
    type,
    data,
    commandId: derivedId(cause.eventId, `${cause.process}/${cause.number}`),
    occurredAt,
    receivedAt: receivedAt < occurredAt ? occurredAt : receivedAt,
    actor: { id: cause.process, role: 'process' },
    fingerprint: { id, type, data },
    correlationId: cause.correlationId,
    causationId: cause.eventId,
    policyVersion: policyAt(occurredAt).version,
  };
}
