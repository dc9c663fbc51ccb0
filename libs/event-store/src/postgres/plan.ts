import { exactly, holds, type PreparedWrite } from '../adapter/prepared-append.js';
import type { Pending } from './append-queue.js';
import { EventColumns, plainArray, textArray } from './rows.js';

/** What is known of a stream's version. */
export type VersionOf = (stream: string) => number | undefined;

interface Fit {
  readonly append: Pending;
  /** The version of each of its streams after it. */
  readonly versions: Record<string, number>;
}

/** A batch as far as memory says that it fits: its events in their order, to be inserted as they are. */
export class Plan {
  readonly streams: string[] = [];
  readonly versions: number[] = [];
  readonly events = new EventColumns();
  readonly fits: Fit[] = [];
  /** What memory would refuse, or cannot judge. */
  readonly unsure: Pending[] = [];
  /** The version of each stream after all of it. */
  readonly after = new Map<string, number>();

  /** @param judges whether memory may be believed of a write */
  constructor(
    batch: readonly Pending[],
    private readonly known: VersionOf,
    judges: (write: PreparedWrite) => boolean,
  ) {
    for (const append of batch) {
      const fits =
        append.events > 0 && append.writes.every((write) => judges(write) && this.fit(write));
      if (fits) this.take(append);
      else this.unsure.push(append);
    }
  }

  /** Its events as the parallel arrays that a statement takes: stream, version, id, type, schema version, data, meta. */
  get columns(): string[] {
    const { ids, types, schemaVersions, data, meta } = this.events;
    return [
      textArray(this.streams),
      plainArray(this.versions),
      plainArray(ids),
      textArray(types),
      plainArray(schemaVersions),
      data,
      meta,
    ];
  }

  /** Answers what fitted, once it is stored behind the position `head`. */
  answer(head: bigint): void {
    let position = head;
    for (const { append, versions } of this.fits) {
      position += BigInt(append.events);
      append.resolve({ position, versions, repeated: false });
    }
  }

  private fit({ stream, expected, rows }: PreparedWrite): boolean {
    const version = this.versionOf(stream);
    if (version === undefined) return exactly(expected) === 0 && rows.length > 0;
    return holds(expected, version);
  }

  private take(append: Pending): void {
    const versions: Record<string, number> = {};
    for (const { stream, rows } of append.writes) {
      let version = this.versionOf(stream) ?? 0;
      for (const row of rows) {
        this.streams.push(stream);
        this.versions.push(++version);
        this.events.push(row);
      }
      this.after.set(stream, version);
      versions[stream] = version;
    }
    this.fits.push({ append, versions });
  }

  private versionOf(stream: string): number | undefined {
    return this.after.get(stream) ?? this.known(stream);
  }
}
