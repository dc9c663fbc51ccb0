import { expect } from '@jest/globals';
import type { RecordedEvent } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import { keyOf, type Process, type Reaction } from '../process.js';
import { handled } from '../reacting.js';

/**
 * `given(...events).thenCommands(...)`: what a process makes of events from nothing on, commands and
 * deadlines in their order.
 */
export function processOf<State, Event extends DomainEvent>(declared: Process<State, Event>) {
  const process = declared as unknown as Process;
  return {
    given: (...events: readonly RecordedEvent[]) => ({
      thenCommands: (...reactions: readonly Reaction[]) =>
        expect(reactionsOf(process, events)).toEqual(reactions),
      thenNothing: () => expect(reactionsOf(process, events)).toEqual([]),
    }),
  };
}

function reactionsOf(process: Process, events: readonly RecordedEvent[]): Reaction[] {
  const states = new Map<string, unknown>();
  return events.flatMap((recorded) => {
    const event = handled(process, recorded);
    if (!event) return [];
    const key = keyOf(process, event);
    const before = states.get(key) ?? process.initialState;
    states.set(key, process.evolve(before, event));
    return process.react(event, before);
  });
}
