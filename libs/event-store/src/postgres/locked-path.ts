import { DuplicateEvent, VersionConflict } from '../errors.js';
import type { Pending } from './append-queue.js';
import type { Connection } from './connection.js';
import type { LogKnowledge } from './log-knowledge.js';
import type { LaneCounters } from './metrics.js';
import { exactly, holds, type PreparedWrite } from '../adapter/prepared-append.js';
import { repeatOf, storedEvents, type StoredEvents } from './idempotency.js';
import { EventColumns } from './rows.js';

const APPEND_BATCH = {
  name: 'append-batch',
  text: `SELECT head, versions, overlapping, conflicting
           FROM event_store.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9::json, $10::json)`,
};

type Judged = [head: bigint, versions: number[], overlapping: number[], conflicting: number[]];

/** A batch as the function takes it: appends and writes are numbered from 1. */
class Call {
  readonly writes: { append: number; write: PreparedWrite }[] = [];
  readonly writeOf: number[] = [];
  readonly nth: number[] = [];
  readonly events = new EventColumns();

  constructor(readonly appends: readonly Pending[]) {
    appends.forEach((append, i) => append.writes.forEach((write) => this.add(i + 1, write)));
  }

  get values(): unknown[] {
    const { ids, types, schemaVersions, data, meta } = this.events;
    return [
      this.writes.map(({ append }) => append),
      this.writes.map(({ write }) => write.stream),
      this.writes.map(({ write }) => codeOf(write)),
      this.writeOf,
      this.nth,
      ids,
      types,
      schemaVersions,
      data,
      meta,
    ];
  }

  private add(append: number, write: PreparedWrite): void {
    this.writes.push({ append, write });
    write.rows.forEach((row, i) => {
      this.writeOf.push(this.writes.length);
      this.nth.push(i + 1);
      this.events.push(row);
    });
  }
}

/** The lane while others write too: one call judges each append under the database's lock, and stores. */
export class LockedPath {
  constructor(
    private readonly connection: Connection,
    private readonly knowledge: LogKnowledge,
    private readonly counters: LaneCounters,
  ) {}

  /** Answers every append that it takes on; returns those that must wait for one of these. Throws with nothing answered. */
  async store(batch: readonly Pending[]): Promise<Pending[]> {
    const { now, later } = apart(batch);
    const call = new Call(now);
    this.counters.lockedBatches++;
    const { rows } = await this.connection.query<Judged>({ ...APPEND_BATCH, values: call.values });
    const judged = rows[0]!;
    const overlapping = now.filter((_, i) => judged[2].includes(i + 1));
    const stored = await storedEvents(this.connection, overlapping);
    this.answer(call, judged, stored);
    return later;
  }

  private answer(
    call: Call,
    [before, versions, overlapping, conflicting]: Judged,
    stored: StoredEvents,
  ): void {
    const actual = new Map(call.writes.map(({ write }, i) => [write.stream, versions[i]!]));
    this.knowledge.learnHead(before);
    const untouched = new Set([...overlapping, ...conflicting]);
    let position = before;
    const answers = call.appends.map((append, i) => {
      if (overlapping.includes(i + 1)) return () => answerOverlap(append, stored, actual);
      if (conflicting.includes(i + 1)) return () => append.reject(conflict(append, actual));
      const after = append.writes.map(
        ({ stream, rows }) => [stream, actual.get(stream)! + rows.length] as const,
      );
      position += BigInt(append.events);
      const appended = { position, versions: Object.fromEntries(after), repeated: false };
      return () => append.resolve(appended);
    });
    this.counters.storedEvents += Number(position - before);
    const after = call.writes.map(({ append, write }, i): [string, number] => [
      write.stream,
      versions[i]! + (untouched.has(append) ? 0 : write.rows.length),
    ]);
    this.knowledge.advance(position, after);
    for (const answer of answers) answer();
  }
}

/** The function's condition: no stream and no event id in two appends of one call. */
function apart(batch: readonly Pending[]): { now: Pending[]; later: Pending[] } {
  const taken = new Set<string>();
  const now: Pending[] = [];
  const later: Pending[] = [];
  for (const append of batch) {
    const claims = append.writes.flatMap(({ stream, rows }) => [
      `stream ${stream}`,
      ...rows.map(({ id }) => id),
    ]);
    (claims.some((claim) => taken.has(claim)) ? later : now).push(append);
    for (const claim of claims) taken.add(claim);
  }
  return { now, later };
}

function codeOf({ expected }: PreparedWrite): number {
  if (expected === 'any') return -1;
  return expected === 'stream-exists' ? -2 : exactly(expected)!;
}

function conflict({ writes }: Pending, actual: ReadonlyMap<string, number>): VersionConflict {
  const write = writes.find(({ stream, expected }) => !holds(expected, actual.get(stream)!))!;
  return new VersionConflict(write.stream, write.expected, actual.get(write.stream)!);
}

function answerOverlap(
  append: Pending,
  stored: StoredEvents,
  actual: ReadonlyMap<string, number>,
): void {
  const repeat = repeatOf(append, stored, actual);
  if (repeat) append.resolve(repeat);
  else
    append.reject(
      new DuplicateEvent('event ids of the append are stored already, but not as this append'),
    );
}
