import type { Capabilities, EventStore } from '../../port.js';
import type { CaseNumber } from './names.js';

/** One promise of the port and how to check it. */
export interface Case {
  readonly number: CaseNumber;
  readonly title: string;
  /** The capability that it rests on. */
  readonly needs?: keyof Capabilities;
  readonly check: (store: EventStore) => Promise<void>;
}
