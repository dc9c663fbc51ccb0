import type { Capabilities, EventStore } from '../../port.js';

/** One promise of the port and how to check it. */
export interface Case {
  readonly number: number;
  readonly title: string;
  /** The capability that it rests on. */
  readonly needs?: keyof Capabilities;
  readonly check: (store: EventStore) => Promise<void>;
}
