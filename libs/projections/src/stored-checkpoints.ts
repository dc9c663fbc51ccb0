import type { DataSource } from 'typeorm';

/** A checkpoint as it is stored, with who leads. */
export interface CheckpointRow {
  readonly name: string;
  readonly log_id: string | null;
  readonly position: string;
  readonly owner: string | null;
  readonly epoch: string;
  readonly expires_at: Date | null;
  readonly live: boolean;
}

/** The stored checkpoints of all projections, of whatever process. */
export class StoredCheckpoints {
  private reading: Promise<ReadonlyMap<string, CheckpointRow>> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** By the names of the projections; whoever asks while a look is under way shares it. */
  all(): Promise<ReadonlyMap<string, CheckpointRow>> {
    this.reading ??= this.dataSource
      .query<CheckpointRow[]>(
        `SELECT name, log_id, position, owner, epoch, expires_at,
                coalesce(expires_at > clock_timestamp(), false) AS live
         FROM read_model.projection`,
      )
      .then((rows) => new Map(rows.map((row) => [row.name, row])))
      .finally(() => (this.reading = undefined));
    return this.reading;
  }
}
