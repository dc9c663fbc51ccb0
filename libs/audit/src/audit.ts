import type { Language } from '@app/kernel';
import type { Contexts, EventStore } from '@app/event-store';
import { accountOf, type Account } from './account.js';
import type { PointInHistory } from './point-in-history.js';
import { viewOf, type EventView } from './event-view.js';
import { historyPage, type HistoryPage, type HistoryPageOptions } from './history-page.js';
import { replay, type Replay } from './replay.js';
import type { StreamKind } from './stream-kind.js';

/** One page of everything that happened. */
export interface LogPage {
  /** Names the log; a cursor of another one means nothing here. */
  readonly logId: string;
  readonly items: readonly EventView[];
  /** Send it as `after` for what follows; decimal. */
  readonly scannedTo: string;
  /** Nothing stood after it at the moment of reading. */
  readonly atHead: boolean;
}

/** The past of one installation, as its auditors ask for it. */
export class Audit {
  constructor(
    private readonly store: EventStore,
    private readonly kinds: readonly StreamKind[],
    private readonly contexts: Contexts,
  ) {}

  replay(stream: string, ask: PointInHistory): Promise<Replay> {
    return replay(this.store, this.kinds, stream, ask);
  }

  history(stream: string, options: HistoryPageOptions): Promise<HistoryPage> {
    return historyPage(this.store, this.kinds, stream, options);
  }

  account(stream: string, language: Language, ask: PointInHistory): Promise<Account> {
    const { store, kinds, contexts } = this;
    return accountOf({ store, kinds, contexts }, stream, { ...ask, language });
  }

  /**
   * A page of the whole log after a position, of some types or of all.
   *
   * @throws CursorAhead the log does not reach that position
   */
  async log(after: bigint, limit: number, types?: readonly string[]): Promise<LogPage> {
    const page = await this.store.readAll({ after, limit, ...(types && { types }) });
    return {
      logId: this.store.logId,
      items: page.events.map(viewOf),
      scannedTo: page.scannedTo.toString(),
      atHead: page.atHead,
    };
  }
}
