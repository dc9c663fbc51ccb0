import type { DataSource, EntityManager } from 'typeorm';
import type { Page } from '@app/event-store';
import { Fenced, type PageSink, type Recorded } from '@app/projections';
import type { Checkpoint } from '@app/projections/src/checkpoint.js';
import { Effects, WORK_CHANNEL } from './effects.js';
import { keyOf, leaseName, type Process } from './process.js';
import { reactTo, handled, type Reacting } from './reacting.js';
import { maySucceedLater, reasonOf } from './sender.js';

/** An event that is put aside, with the fault if it is the one that failed. */
interface Aside {
  readonly key: string;
  readonly event: Recorded;
  readonly fault: string | null;
}

/** What is known before a page, and changes with its events. */
interface Known {
  readonly parked: Set<string>;
  readonly states: Map<string, unknown>;
}

/**
 * Lets a process react to the pages of the log. Commands are sent first; states, deadlines,
 * refusals, what is parked and the checkpoint follow in one transaction. A crash in between sends the
 * commands again, under the same ids.
 */
export class Reactor implements PageSink {
  constructor(
    private readonly process: Process,
    private readonly dataSource: DataSource,
    private readonly reacting: Reacting,
    private readonly leaseSeconds: number,
  ) {}

  forget(): void {
    // Nothing is remembered from page to page.
  }

  /** @throws Fenced; whatever the store throws that may succeed later */
  async write(page: Page, checkpoint: Checkpoint): Promise<void> {
    const events = page.events.flatMap((event) => handled(this.process, event) ?? []);
    if (events.length === 0) return;
    const keyed = events.map((event) => ({ event, key: keyOf(this.process, event) }));
    const known = await this.known([...new Set(keyed.map(({ key }) => key))]);
    const effects = new Effects(this.process.name);
    const aside: Aside[] = [];
    for (const { event, key } of keyed) {
      const waits = await this.react(key, event, known, effects);
      if (waits) aside.push(waits);
    }
    await this.store(page.scannedTo, checkpoint, effects, aside);
  }

  /** Undefined: it was dealt with. */
  private async react(
    key: string,
    event: Recorded,
    { parked, states }: Known,
    effects: Effects,
  ): Promise<Aside | undefined> {
    if (parked.has(key)) return { key, event, fault: null };
    const before = states.get(key) ?? this.process.initialState;
    try {
      const reaction = await reactTo(this.process, { key, event, before }, this.reacting);
      effects.add(reaction.effects);
      states.set(key, reaction.state);
      return undefined;
    } catch (error) {
      if (maySucceedLater(error)) throw error;
      parked.add(key);
      return { key, event, fault: reasonOf(error) };
    }
  }

  private async known(keys: readonly string[]): Promise<Known> {
    const { name } = this.process;
    const [states, parked] = await Promise.all([
      this.dataSource.query<{ key: string; state: unknown }[]>(
        'SELECT key, state FROM process.state WHERE process = $1 AND key = ANY ($2)',
        [name, keys],
      ),
      this.dataSource.query<{ key: string }[]>(
        'SELECT DISTINCT key FROM process.parked WHERE process = $1 AND key = ANY ($2)',
        [name, keys],
      ),
    ]);
    return {
      states: new Map(states.map(({ key, state }) => [key, state])),
      parked: new Set(parked.map(({ key }) => key)),
    };
  }

  private async store(
    to: bigint,
    checkpoint: Checkpoint,
    effects: Effects,
    aside: readonly Aside[],
  ): Promise<void> {
    const moved = await checkpoint.move((from, epoch) =>
      this.dataSource.transaction(async (manager) => {
        if (!(await this.move(manager, from, to, epoch))) return undefined;
        await effects.store(manager);
        await this.putAside(manager, aside);
        return to;
      }),
    );
    if (!moved) throw new Fenced(leaseName(this.process));
  }

  /** The row is locked until the transaction ends, so that a release of parked events comes before or after. */
  private async move(
    manager: EntityManager,
    from: bigint,
    to: bigint,
    epoch: string,
  ): Promise<boolean> {
    const [, moved] = await manager.query<[unknown[], number]>(
      `UPDATE read_model.projection
       SET position = $3, moved_at = clock_timestamp(),
           expires_at = clock_timestamp() + make_interval(secs => $5)
       WHERE name = $1 AND position = $2 AND epoch = $4`,
      [leaseName(this.process), from.toString(), to.toString(), epoch, this.leaseSeconds],
    );
    return moved === 1;
  }

  /** Where the last of its key was released meanwhile, nobody would release the first of these: it goes on by itself. */
  private async putAside(manager: EntityManager, aside: readonly Aside[]): Promise<void> {
    if (aside.length === 0) return;
    const rows = aside.map(({ key, event: { position, stream, version, type }, fault }, index) => ({
      ...{ position: position.toString(), key, stream, version, type, fault },
      first: aside.findIndex((each) => each.key === key) === index,
    }));
    await manager.query(
      `INSERT INTO process.parked (process, position, key, stream, version, type, fault, released)
       SELECT $1, position, key, stream, version, type, fault, first AND fault IS NULL AND NOT EXISTS
         (SELECT FROM process.parked p WHERE p.process = $1 AND p.key = a.key)
       FROM json_to_recordset($2) AS a(position bigint, key text, stream text, version integer,
         type text, fault text, first boolean)
       ON CONFLICT (process, position) DO NOTHING`,
      [this.process.name, JSON.stringify(rows)],
    );
    if (aside.some(({ fault }) => fault === null))
      await manager.query(`SELECT pg_notify('${WORK_CHANNEL}', '')`);
  }
}
