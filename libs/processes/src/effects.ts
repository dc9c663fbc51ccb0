import type { EntityManager } from 'typeorm';
import { isUnknown, type Instant, type UnknownYear, type WorkingTime } from '@app/kernel';
import type { SetDeadline } from './process.js';
import type { Cause } from './request.js';
import type { Refusal } from './sender.js';

interface DeadlineRow {
  readonly due_at: string;
  readonly awaited_year: string | null;
  /** Kept for as long as it waits. */
  readonly working_time: WorkingTime | null;
  readonly send: unknown;
  readonly cause: Cause;
}

/** On which sleeping workers are told that there is something to do. */
export const WORK_CHANNEL = 'process_work';

/** What reacting has to store: states, deadlines and refusals; of one key or name the last counts. */
export class Effects {
  private readonly states = new Map<string, unknown>();
  private readonly deadlines = new Map<
    string,
    { key: string; name: string; row: DeadlineRow | null }
  >();
  private readonly refusals: Refusal[] = [];

  constructor(private readonly process: string) {}

  /** @param state undefined: none is kept any more */
  keep(key: string, state: unknown): void {
    this.states.set(key, state);
  }

  /** @param due when it is, or the year that it waits for */
  set(
    key: string,
    { deadline, at, send }: SetDeadline,
    cause: Cause,
    due: Instant | UnknownYear,
  ): void {
    const waits = isUnknown(due) && typeof at !== 'string';
    this.put(key, deadline, {
      due_at: isUnknown(due) ? 'infinity' : due,
      awaited_year: waits ? due.unknownYear : null,
      working_time: waits ? at : null,
      send,
      cause,
    });
  }

  withdraw(key: string, name: string): void {
    this.put(key, name, null);
  }

  note(refusal: Refusal | undefined): void {
    if (refusal) this.refusals.push(refusal);
  }

  /** Takes over what came of a later event. */
  add(later: Effects): void {
    for (const [key, state] of later.states) this.states.set(key, state);
    for (const [id, deadline] of later.deadlines) this.deadlines.set(id, deadline);
    this.refusals.push(...later.refusals);
  }

  /** Within the caller's transaction, which moves the checkpoint. */
  async store(manager: EntityManager): Promise<void> {
    await this.storeStates(manager);
    await this.storeDeadlines(manager);
    await storeRefusals(manager, this.refusals);
  }

  private put(key: string, name: string, row: DeadlineRow | null): void {
    this.deadlines.set(JSON.stringify([key, name]), { key, name, row });
  }

  private async storeStates(manager: EntityManager): Promise<void> {
    if (this.states.size === 0) return;
    const entries = [...this.states].map(([key, state]) => ({ key, state: state ?? null }));
    const rows = JSON.stringify(entries);
    await manager.query(
      `WITH given AS (SELECT * FROM json_to_recordset($2) AS r(key text, state json)),
            kept AS (
              INSERT INTO process.state (process, key, state)
              SELECT $1, key, state FROM given WHERE state::text IS DISTINCT FROM 'null' AND state IS NOT NULL
              ON CONFLICT (process, key) DO UPDATE SET state = excluded.state)
       DELETE FROM process.state s USING given g
       WHERE s.process = $1 AND s.key = g.key AND (g.state IS NULL OR g.state::text = 'null')`,
      [this.process, rows],
    );
  }

  /** Whoever sleeps until a later deadline than one of these is woken as the transaction ends. */
  private async storeDeadlines(manager: EntityManager): Promise<void> {
    const all = [...this.deadlines.values()];
    if (all.length === 0) return;
    await manager.query(
      `DELETE FROM process.deadline d
       USING unnest($2::text[], $3::text[]) AS gone(key, name)
       WHERE d.process = $1 AND d.key = gone.key AND d.name = gone.name`,
      [this.process, all.map(({ key }) => key), all.map(({ name }) => name)],
    );
    const rows = all.flatMap(({ key, name, row }) => (row ? [{ key, name, ...row }] : []));
    if (rows.length === 0) return;
    await manager.query(
      `INSERT INTO process.deadline (process, key, name, due_at, awaited_year, working_time, send, cause)
       SELECT $1, key, name, due_at, awaited_year,
         CASE WHEN awaited_year IS NOT NULL THEN working_time END, send, cause
       FROM json_to_recordset($2) AS r(key text, name text, due_at timestamptz, awaited_year text,
         working_time json, send json, cause json)`,
      [this.process, JSON.stringify(rows)],
    );
    const earliest = rows.map(({ due_at }) => due_at).reduce((a, b) => (a < b ? a : b));
    await manager.query(
      `SELECT pg_notify('${WORK_CHANNEL}', '') WHERE $1::timestamptz <=
         (SELECT min(due_at) FROM process.deadline WHERE fault IS NULL)`,
      [earliest],
    );
  }
}

/** A row for each command that the domain refused, all in one statement; the same command is noted once. */
export async function storeRefusals(
  manager: EntityManager,
  refusals: readonly Refusal[],
): Promise<void> {
  if (refusals.length === 0) return;
  const rows = refusals.map(({ request, code, article, says }) => ({
    process: request.actor.id,
    command_id: request.commandId,
    event_id: request.causationId,
    command: { type: request.type, id: request.id, data: request.data },
    code,
    article,
    says,
    at: request.receivedAt,
  }));
  await manager.query(
    `INSERT INTO process.refusal (process, command_id, event_id, command, code, article, says, at)
     SELECT process, command_id, event_id, command, code, article, says, at
     FROM json_to_recordset($1) AS r(process text, command_id uuid, event_id uuid, command json,
       code text, article text, says json, at timestamptz)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
