import type { Page } from '@app/event-store';
import type { Checkpoint } from './checkpoint.js';

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
