import { newId, type DomainEvent } from '@app/kernel';
import type { EventStore } from '@app/event-store';
import { newEvents } from '@app/event-store/src/new-events.js';
import { standingEvents } from '@app/standings';

/** Appends what was decided elsewhere; the position to wait for. */
export async function appended(
  store: EventStore,
  stream: string,
  events: readonly DomainEvent[],
): Promise<bigint> {
  const commandId = newId();
  const origin = { correlationId: commandId, policyVersion: '2026.1' };
  const cause = { commandId, commandHash: 'q1Zt0bM2R8yXw4LkPz7f9A', origin };
  const written = newEvents(standingEvents, stream, events, cause);
  return (await store.append([{ stream, expected: 'any', events: written }])).position;
}
