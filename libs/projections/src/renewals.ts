import type { DataSource } from 'typeorm';
import { renew, type Renewal } from './lease.js';

/** How long the stored checkpoint may lag behind over events that the table needs nothing of, in milliseconds. */
const EVERY = 200;

interface Asked {
  readonly name: string;
  readonly renewal: Renewal;
  readonly settle: (renewed: Promise<boolean>) => void;
}

/**
 * As `renew` does one, in one statement; it does not wait for a row that somebody holds, so that all
 * others keep their leases meanwhile.
 */
const RENEW = `
  WITH own AS (
    SELECT name, g.position_to, g.seconds
    FROM read_model.projection p
    JOIN unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::double precision[])
      AS g(name, epoch, position_from, position_to, seconds) USING (name)
    WHERE p.epoch = g.epoch AND p.position = g.position_from
    FOR NO KEY UPDATE OF p SKIP LOCKED)
  UPDATE read_model.projection p
  SET expires_at = clock_timestamp() + make_interval(secs => own.seconds), position = own.position_to
  FROM own WHERE p.name = own.name
  RETURNING p.name, set_config('synchronous_commit', 'off', true)`;

/**
 * The renewals of all leases that a data source keeps: those that fall together are one statement, so
 * that many followers cost hardly more than one.
 */
export class Renewals {
  private static readonly kept = new WeakMap<DataSource, Renewals>();
  private readonly keepers = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  private asked: Asked[] = [];

  private constructor(private readonly dataSource: DataSource) {}

  static of(dataSource: DataSource): Renewals {
    const known = this.kept.get(dataSource) ?? new Renewals(dataSource);
    this.kept.set(dataSource, known);
    return known;
  }

  /** Calls `keeper` several times a second, together with the others; returns how to end that. */
  remind(keeper: () => void): () => void {
    this.keepers.add(keeper);
    this.timer ??= setInterval(() => this.keepers.forEach((each) => each()), EVERY);
    return () => {
      this.keepers.delete(keeper);
      if (this.keepers.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    };
  }

  /** As `renew`, together with all that are asked for in the same turn. */
  renew(name: string, renewal: Renewal): Promise<boolean> {
    return new Promise((settle) => {
      if (this.asked.push({ name, renewal, settle }) === 1) setImmediate(() => this.flush());
    });
  }

  private flush(): void {
    const { asked } = this;
    this.asked = [];
    const [one] = asked;
    if (asked.length === 1) return one!.settle(renew(this.dataSource, one!.name, one!.renewal));
    const renewed = this.renewAll(asked);
    for (const { name, renewal, settle } of asked)
      settle(renewed.then((names) => names.has(name) || renew(this.dataSource, name, renewal)));
  }

  /** The names of those that were renewed; any other is lost, or held by somebody just now. */
  private async renewAll(asked: readonly Asked[]): Promise<ReadonlySet<string>> {
    const of = (read: (renewal: Renewal) => unknown) => asked.map(({ renewal }) => read(renewal));
    const [rows] = await this.dataSource.query<[{ name: string }[], number]>(RENEW, [
      asked.map(({ name }) => name),
      of(({ epoch }) => epoch),
      of(({ from }) => from.toString()),
      of(({ to }) => to.toString()),
      of(({ seconds }) => seconds),
    ]);
    return new Set(rows.map(({ name }) => name));
  }
}
