import type { CommandRequest } from '@app/event-store';
import { dataOf, occurredAtOf, type CommandDto, type Sent } from '@app/http';
import { policyAt } from '@app/policy';

/** What is wished for, and of which entity. */
export interface CommandTarget {
  readonly type: string;
  readonly id: string;
  /** What the server adds to the data; a repeat is not asked to send it. Default: nothing. */
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
