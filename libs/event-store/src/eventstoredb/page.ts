import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import type { RecordedEvent } from '../envelope.js';
import type { ReadAllOptions } from '../port.js';
import { positionOf, toRecorded } from './recorded-event.js';

/** Events of a page when nothing else is asked. */
const DEFAULT_PAGE = 500;

/** Events of the log that one page looks at, whatever its filter and the server's own events leave of them. */
export const PAGE_WINDOW = 10_000;

/** Events of one read when few of them may match. */
const SEARCH = 1_000;

/** Some events of the log, the server's own among them, and whether they are the last. */
export interface Part {
  readonly events: readonly AllStreamRecordedEvent[];
  readonly ended: boolean;
}

/** A page while its events are gathered from part after part. */
export class PageInMaking {
  readonly events: RecordedEvent[] = [];
  /** The last event looked at, wanted or not; undefined before the first. */
  scannedTo: bigint | undefined;
  atHead = false;
  private looked = 0;
  private readonly limit: number;
  private readonly types: readonly string[] | undefined;

  /**
   * @param prefix of the streams that are this log's
   * @throws RangeError a page of no events
   */
  constructor(
    { limit = DEFAULT_PAGE, types }: ReadAllOptions,
    private readonly prefix: string,
  ) {
    if (!(limit >= 1)) throw new RangeError(`a page of ${limit} events`);
    this.limit = limit;
    this.types = types;
  }

  /** How many events of any kind to look at next; 0 when the page is done. */
  get wants(): number {
    const missing = this.limit - this.events.length;
    if (this.atHead || missing === 0 || this.looked >= PAGE_WINDOW) return 0;
    return this.types ? Math.max(missing, SEARCH) : missing;
  }

  /** The page ends with its last event: what of the part lies beyond it is read again for the next. */
  take({ events, ended }: Part): void {
    for (const each of events) {
      if (this.events.length === this.limit) return;
      this.looked++;
      this.scannedTo = positionOf(each);
      const event = toRecorded(each, this.prefix);
      if (event && (!this.types || this.types.includes(event.type))) this.events.push(event);
    }
    this.atHead = ended;
  }
}
