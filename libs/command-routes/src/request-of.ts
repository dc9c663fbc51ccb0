import type { CommandRequest } from '@app/event-store';
import { dataOf, occurredAtOf, type CommandDto, type Sent } from '@app/http';
import { policyAt } from '@app/policy';

/**
 * The request for a command of `type` on the entity `id`, from a validated body.
 *
 * @param filledIn what the server adds to the data; a repeat is not asked to send it
 * @throws Invalid `clock-ahead`
 */
export function requestOf(
  type: string,
  id: string,
  body: CommandDto,
  sent: Pick<
    Sent,
    'actor' | 'commandId' | 'correlationId' | 'expectedVersion' | 'receivedAt' | 'traceParent'
  >,
  filledIn: Readonly<Record<string, unknown>> = {},
): CommandRequest {
  const occurredAt = occurredAtOf(body, sent);
  const data = dataOf(body);
  const { actor, commandId, correlationId, expectedVersion, traceParent } = sent;
  return {
    id,
    type,
    data: { ...data, ...filledIn },
    commandId,
    occurredAt,
    actor,
    fingerprint: { type, data, occurredAt: body.occurredAt },
    correlationId,
    policyVersion: policyAt(occurredAt).version,
    ...(expectedVersion !== undefined && { expectedVersion }),
    ...(traceParent !== undefined && { traceParent }),
  };
}
