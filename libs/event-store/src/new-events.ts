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
 * What was decided, as it is appended to `stream`. Event ids are derived from the command's id and
 * the order, so that the store recognises the same decision when it is stored twice. On the
 * command's own stream the stream's name is not part of them: then a command id that is used for
 * two streams is noticed, because the store knows each event id once. On other streams, and in a
 * store that knows event ids within a stream only, `place` makes the name a part.
 *
 * @throws TypeError an event's type is not among the published ones
 */
export function newEvents(
  types: EventTypes,
  stream: string,
  events: readonly DomainEvent[],
  { commandId, commandHash, origin, place = String }: Cause,
): NewEvent[] {
  const { correlationId, causationId = commandId, policyVersion, traceParent } = origin;
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
        causationId,
        policyVersion,
        traceParent,
      },
    };
  });
}
