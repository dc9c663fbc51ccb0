import type { EventStore } from '@app/event-store';
import { SealedEventStore, SearchWords, type Privacy } from '@app/privacy';

/** What rows need, in which sealed texts stand as the log holds them, to be found and to be read. */
export type Sealing = Pick<Privacy, 'words' | 'opened' | 'forget'>;

/** Of a log in which nothing is sealed. */
export const nothingSealed: Sealing = {
  words: new SearchWords(new Uint8Array(32)),
  opened: (value) => Promise.resolve(value),
  forget: () => undefined,
};

/** What belongs to a log. */
export function sealingOf(store: EventStore): Sealing {
  return store instanceof SealedEventStore ? store.privacy : nothingSealed;
}
