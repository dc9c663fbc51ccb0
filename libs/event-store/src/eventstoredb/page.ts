import type { LoggedEvent } from './logged-event.js';
import type { RecordedEvent } from '../envelope.js';
import type { Page, ReadAllOptions } from '../port.js';
import { toRecorded } from './recorded-event.js';

/** Events of a page when nothing else is asked. */
export const DEFAULT_PAGE = 500;

/** Events of the log that one page looks at, whatever its types leave of them. */
export const PAGE_WINDOW = 10_000;

/** Events of one read when few of them may match. */
const SEARCH = 1_000;

/** Some events of the log, and whether they are the last in their direction. */
export interface Part {
  readonly events: readonly LoggedEvent[];
  readonly ended: boolean;
  /** Where they are the last: how far the server has looked for more. */
  readonly lookedTo?: bigint;
}

/** A page while its events are gathered from part after part. */
export class PageInMaking {
  readonly events: RecordedEvent[] = [];
  /** Where the last event looked at stands, wanted or not, or how far was looked; undefined before the first. */
  scannedTo: bigint | undefined;
  atHead = false;
  looked = 0;
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

  /** How many events to look at next; 0 when the page is done. */
  get wants(): number {
    const missing = this.limit - this.events.length;
    if (this.atHead || missing === 0 || this.looked >= PAGE_WINDOW) return 0;
    return this.types ? Math.max(missing, SEARCH) : missing;
  }

  /** The page as it is now, said to have looked as far as that. */
  upTo(scannedTo: bigint): Page {
    const { events, atHead, looked } = this;
    return { events, scannedTo, atHead, looked };
  }

  /** The page ends with its last event: what of the part lies beyond it is read again for the next. */
  take({ events, ended, lookedTo }: Part): void {
    for (const each of events) {
      if (this.events.length === this.limit) return;
      this.looked++;
      this.scannedTo = each.position;
      const event = toRecorded(each, this.prefix);
      if (event && (!this.types || this.types.includes(event.type))) this.events.push(event);
    }
    this.atHead = ended;
    if (lookedTo !== undefined && lookedTo > (this.scannedTo ?? 0n)) this.scannedTo = lookedTo;
  }
}
