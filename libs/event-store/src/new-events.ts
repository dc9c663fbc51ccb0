import { derivedId, type DomainEvent } from '@app/kernel';
import type { NewEvent } from './envelope.js';
import type { Origin } from './command-request.js';
import type { EventTypes } from './upcasters.js';

/** The command that caused events, as they remember it. */
export interface Cause {
  readonly commandId: string;
  readonly commandHash: string;
  readonly origin: Origin;
  /** Names an event's place, given its number among these; default: the number alone. */
  readonly place?: (index: number) => string;
}

/**
 * What was decided, as it is appended to `stream`. The ids follow from the command and the order,
 * so that the same decision stored twice is seen to be the same. On the stream that the command is
 * for they do not name it: a command id used for two streams meets itself in the store. Their place
 * does on other streams, and where the store knows its ids within a stream only.
 *
 * @throws TypeError an event's type is not among the published ones
 */
export function newEvents(
  types: EventTypes,
  stream: string,
  events: readonly DomainEvent[],
  { commandId, commandHash, origin, place = String }: Cause,
): NewEvent[] {
  const { correlationId, policyVersion, traceParent } = origin;
  return events.map(({ type, data, occurredAt, actor, articles }, index) => {
    const known = types[type];
    if (!known) throw new TypeError(`${type} is not among the published event types of ${stream}`);
    return {
      id: derivedId(commandId, place(index)),
      type,
      schemaVersion: known.schemaVersion,
      data,
      meta: {
        occurredAt,
        actor,
        articles,
        commandId,
        commandHash,
        correlationId,
        causationId: commandId,
        policyVersion,
        traceParent,
      },
    };
  });
}
