import { Invalid, type Language } from '@app/kernel';
import { CursorAhead, type EventStore, type Page, type ReadAllOptions } from '@app/event-store';
import { accountOf, type Account } from './account.js';
import type { Ask } from './ask.js';
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
  ) {}

  replay(stream: string, ask: Ask): Promise<Replay> {
    return replay(this.store, this.kinds, stream, ask);
  }

  history(stream: string, options: HistoryPageOptions): Promise<HistoryPage> {
    return historyPage(this.store, this.kinds, stream, options);
  }

  account(stream: string, language: Language, ask: Ask): Promise<Account> {
    return accountOf(this.store, this.kinds, stream, { ...ask, language });
  }

  /**
   * A page of the whole log after a position, of some types or of all.
   *
   * @throws Invalid the log does not reach that position
   */
  async log(after: bigint, limit: number, types?: readonly string[]): Promise<LogPage> {
    const page = await this.read({ after, limit, ...(types && { types }) });
    return {
      logId: this.store.logId,
      items: page.events.map(viewOf),
      scannedTo: page.scannedTo.toString(),
      atHead: page.atHead,
    };
  }

  /** A position that the log has not reached is the caller's mistake, or that of another log. */
  private async read(options: ReadAllOptions): Promise<Page> {
    try {
      return await this.store.readAll(options);
    } catch (error) {
      if (!(error instanceof CursorAhead)) throw error;
      const says = { zh: '日志尚未到达此位置', en: 'the log does not reach that position' };
      throw new Invalid('position-beyond-end', says, '/after');
    }
  }
}
