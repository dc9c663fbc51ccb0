import type { EventTypes } from '@app/event-store';

/** What follows the log under a lease, from a checkpoint of its own: a projection, or a process. */
export interface Led {
  /** Unique among all of them; checkpoint and lease go by it. */
  readonly name: string;
  readonly version: number;
  /** The event types it follows, with the way from their older schema versions. */
  readonly handles: EventTypes;
  /** Where it begins whose checkpoint nobody has made yet; default: with the first event. */
  readonly startsAt?: 'first-event' | 'installation';
}
