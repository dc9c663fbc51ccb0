import { LRUCache } from 'lru-cache';
import type { Instant } from '@app/kernel';
import type { Connection } from './connection.js';
import { idOf, recordedAtOf } from './recorded-event.js';

/** Which events a stream holds, as far as it has been read: never more than there are. */
export interface StreamIds {
  readonly version: number;
  /** The version of each event, by its id. */
  readonly ids: Map<string, number>;
  /** When its last event was recorded; of a stream without one, empty. */
  readonly recordedAt: Instant;
}

/** A stream that does not exist. */
export const NOTHING: StreamIds = { version: 0, ids: new Map(), recordedAt: '' };

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
    const { version, ids, recordedAt } = this.kept.get(stream) ?? NOTHING;
    const events = await this.connection.stream(stream, { from: BigInt(version + 1) });
    const last = events.at(-1);
    const news = events.map((event) => [idOf(event), Number(event.revision) + 1] as const);
    return this.keep(stream, {
      version: news.at(-1)?.[1] ?? version,
      ids: new Map([...ids, ...news]),
      recordedAt: last ? recordedAtOf(last) : recordedAt,
    });
  }

  /** Events were stored right after `version`, and recorded then. */
  add(stream: string, before: StreamIds, ids: readonly string[], recordedAt: Instant): void {
    const { version } = before;
    const all = version === 0 ? new Map<string, number>() : before.ids;
    ids.forEach((id, i) => all.set(id, version + i + 1));
    this.keep(stream, { version: version + ids.length, ids: all, recordedAt });
  }

  private keep(stream: string, known: StreamIds): StreamIds {
    this.kept.set(stream, known);
    return known;
  }
}
