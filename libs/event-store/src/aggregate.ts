import type { Command, Decider, DomainEvent } from '@app/kernel';
import type { EventTypes } from './upcasters.js';

/** A decider together with the schema of the events that it is folded from. */
export interface Aggregate<C extends Command, S, E extends DomainEvent> {
  readonly decider: Decider<C, S, E>;
  readonly types: EventTypes;
}
