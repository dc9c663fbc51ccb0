import type { DataSource, EntityManager } from 'typeorm';
import { LeaseHeld, OtherLog, Superseded } from './errors.js';
import type { Led } from './led.js';
import type { Projection } from './projection.js';
import { tableSql } from './table.js';

/** How long a silent leader keeps its lease, by the database's clock, before another may take it. */
export const LEASE_SECONDS = 10;

/** The right to move one projection; its epoch fences whoever held it before. */
export interface Lease {
  readonly epoch: string;
  /** Where the checkpoint stood when the lease was taken. */
  readonly position: bigint;
}

/** Who leads a projection, and which log is folded into it. */
export interface Leader {
  readonly owner: string;
  readonly logId: string;
}

export interface AcquireOptions {
  readonly seconds?: number;
  /** Take the lease from a living leader, who is fenced by it. Default: only a free or expired one. */
  readonly takeOver?: boolean;
  /** Empty the tables and begin at position 0 of the leader's log, in the same transaction. Default: go on. */
  readonly fromZero?: boolean;
  /** Where a checkpoint that is not there yet is made; default: 0. */
  readonly beginAt?: bigint;
}

interface Held {
  readonly log_id: string | null;
  readonly version: number;
  /** Whose lease has not expired. */
  readonly leader: string | null;
}

/**
 * Takes the lease for a leader. Only a projection begins anew: a process never does. Tables that an older version of the projection built are emptied and
 * begun anew in the same transaction.
 *
 * @throws LeaseHeld another owner's lease has not expired
 * @throws Superseded a newer version of the projection has built the table
 * @throws OtherLog the table is folded from another log
 */
export function acquire(
  dataSource: DataSource,
  projection: Projection | Led,
  { owner, logId }: Leader,
  {
    seconds = LEASE_SECONDS,
    takeOver = false,
    fromZero = false,
    beginAt = 0n,
  }: AcquireOptions = {},
): Promise<Lease> {
  return dataSource.transaction(async (manager) => {
    const held = await lockRow(manager, projection, beginAt);
    refuse(held, projection, { owner, logId }, { takeOver, fromZero });
    const emptied = 'row' in projection ? tableSql(projection).clear : undefined;
    const anew = emptied !== undefined && (fromZero || held.version < projection.version);
    if (anew) await manager.query(emptied);
    const [rows] = await manager.query<[{ epoch: string; position: string }[], number]>(
      `UPDATE read_model.projection
       SET owner = $2, epoch = epoch + 1, version = $3, log_id = $6,
           expires_at = clock_timestamp() + make_interval(secs => $4),
           position = CASE WHEN $5 THEN 0 ELSE position END
       WHERE name = $1 RETURNING epoch, position`,
      [projection.name, owner, projection.version, seconds, anew, logId],
    );
    const { epoch, position } = rows[0]!;
    return { epoch, position: BigInt(position) };
  });
}

function refuse(
  held: Held,
  { name, version }: Pick<Led, 'name' | 'version'>,
  { owner, logId }: Leader,
  { takeOver, fromZero }: Required<Pick<AcquireOptions, 'takeOver' | 'fromZero'>>,
): void {
  if (held.version > version) throw new Superseded(name, version, held.version);
  if (held.leader && held.leader !== owner && !takeOver) throw new LeaseHeld(name, held.leader);
  if (held.log_id && held.log_id !== logId && !fromZero)
    throw new OtherLog(name, held.log_id, logId);
}

/** A renewal of a lease: how long it is to last, and from where to where its checkpoint is moved. */
export interface Renewal {
  readonly epoch: string;
  readonly from: bigint;
  readonly to: bigint;
  readonly seconds: number;
}

/**
 * Prolongs the lease and moves the checkpoint on over what its table needed nothing of; false when
 * the lease is no longer the owner's, or the checkpoint does not stand where its leader stored it
 * last. Like a page of rows it does not wait for the disk: after a crash of the database the lease
 * ends sooner, and those events are looked at again.
 */
export async function renew(
  dataSource: DataSource,
  name: string,
  { epoch, from, to, seconds }: Renewal,
): Promise<boolean> {
  const [, renewed] = await dataSource.query<[unknown[], number]>(
    `UPDATE read_model.projection
     SET expires_at = clock_timestamp() + make_interval(secs => $5), position = $4
     WHERE name = $1 AND epoch = $2 AND position = $3
     RETURNING set_config('synchronous_commit', 'off', true)`,
    [name, epoch, from.toString(), to.toString(), seconds],
  );
  return renewed > 0;
}

/** Gives the lease back, so that another need not wait for its end; nothing when it was lost before. */
export async function release(
  dataSource: DataSource,
  name: string,
  { epoch }: Lease,
): Promise<void> {
  await dataSource.query(
    `UPDATE read_model.projection SET owner = NULL, expires_at = NULL WHERE name = $1 AND epoch = $2`,
    [name, epoch],
  );
}

async function lockRow(
  manager: EntityManager,
  { name, version }: Pick<Led, 'name' | 'version'>,
  beginAt: bigint,
): Promise<Held> {
  await manager.query(
    `INSERT INTO read_model.projection (name, version, position) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING`,
    [name, version, beginAt.toString()],
  );
  const rows = await manager.query<Held[]>(
    `SELECT version, log_id,
            CASE WHEN expires_at > clock_timestamp() THEN owner END AS leader
     FROM read_model.projection WHERE name = $1 FOR UPDATE`,
    [name],
  );
  return rows[0]!;
}
