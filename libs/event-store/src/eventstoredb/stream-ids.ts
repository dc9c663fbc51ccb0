import { LRUCache } from 'lru-cache';
import type { Connection } from './connection.js';
import { idOf } from './recorded-event.js';

/** Which events a stream holds, as far as it has been read: never more than there are. */
export interface StreamIds {
  readonly version: number;
  /** The version of each event, by its id. */
  readonly ids: Map<string, number>;
}

/** A stream that does not exist. */
export const NOTHING: StreamIds = { version: 0, ids: new Map() };

/** What this process knows of the streams that it writes to. The server knows an id only where a repeat would put it. */
export class KnownStreams {
  private readonly kept: LRUCache<string, StreamIds>;

  /** @param keptIds ids remembered over all streams */
  constructor(
    private readonly connection: Connection,
    keptIds: number,
  ) {
    this.kept = new LRUCache({ maxSize: keptIds, sizeCalculation: ({ ids }) => ids.size + 1 });
  }

  get(stream: string): StreamIds | undefined {
    return this.kept.get(stream);
  }

  /** Reads what is not known yet of a stream. */
  async read(stream: string): Promise<StreamIds> {
    const { version, ids } = this.kept.get(stream) ?? NOTHING;
    const events = await this.connection.stream(stream, { from: BigInt(version + 1) });
    const news = events.map((event) => [idOf(event), event.revision + 1] as const);
    return this.keep(stream, {
      version: news.at(-1)?.[1] ?? version,
      ids: new Map([...ids, ...news]),
    });
  }

  /** Events were stored right after `version`. */
  add(stream: string, before: StreamIds, ids: readonly string[]): void {
    const { version } = before;
    const all = version === 0 ? new Map<string, number>() : before.ids;
    ids.forEach((id, i) => all.set(id, version + i + 1));
    this.keep(stream, { version: version + ids.length, ids: all });
  }

  private keep(stream: string, known: StreamIds): StreamIds {
    this.kept.set(stream, known);
    return known;
  }
}
