import type { Command, Decider, DomainEvent } from '@app/kernel';
import type { EventTypes } from './upcasters.js';

/** A decider together with the schema of the events that it is folded from. */
export interface Aggregate<C extends Command, S, E extends DomainEvent> {
  readonly decider: Decider<C, S, E>;
  readonly types: EventTypes;
  /**
   * The event type whose data is all that the stream folds to, so that whatever stands before it need
   * not be read to decide; the decider writes one every so often. Default: the whole stream is read.
   */
  readonly carriedBy?: string;
}
