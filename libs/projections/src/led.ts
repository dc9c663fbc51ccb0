import type { EventTypes, Page } from '@app/event-store';
import type { Checkpoint } from './checkpoint.js';

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

/** Takes pages in, for whoever leads. */
export interface PageSink {
  /** Called when the lease is taken anew: others may have written since. */
  forget(): void;
  /**
   * What comes of a page, stored together with the checkpoint.
   *
   * @throws Fenced the checkpoint is not where it was stored last, or the lease is another's; nothing was stored
   */
  write(page: Page, checkpoint: Checkpoint): Promise<void>;
}
