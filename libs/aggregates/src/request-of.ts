import type { CommandRequest } from '@app/event-store';
import { dataOf, occurredAtOf, type CommandDto, type Sent } from '@app/http';
import { policyAt } from '@app/policy';

/** Type of a command, and the entity that it is for. */
export interface CommandTarget {
  readonly type: string;
  readonly id: string;
  /**
   * Data that the server adds and the caller did not send. It is left out of the fingerprint, so
   * that a repeat of the request still counts as the same. Default: nothing.
   */
  readonly filledIn?: Readonly<Record<string, unknown>>;
}

/**
 * The request for a command, from a validated body.
 *
 * @throws Invalid `clock-ahead`
 */
export function requestOf(
  { type, id, filledIn }: CommandTarget,
  body: CommandDto,
  sent: Pick<
    Sent,
    'actor' | 'commandId' | 'correlationId' | 'expectedVersion' | 'receivedAt' | 'traceParent'
  >,
): CommandRequest {
  const occurredAt = occurredAtOf(body, sent);
  const data = dataOf(body);
  const { actor, commandId, correlationId, expectedVersion, receivedAt, traceParent } = sent;
  return {
    id,
    type,
    data: filledIn ? { ...data, ...filledIn } : data,
    commandId,
    occurredAt,
    receivedAt,
    actor,
    fingerprint: { type, data, occurredAt: body.occurredAt, onBehalfOf: actor.onBehalfOf },
    correlationId,
    policyVersion: policyAt(occurredAt).version,
    expectedVersion,
    traceParent,
  };
}
