import type { Instant } from '@app/kernel';
import type { Client } from '@app/postgres';

type Asking = Pick<Client, 'query'>;

/** By how many milliseconds the database's clock was set forward; undefined where nobody can set it. */
export async function settingOf(client: Asking): Promise<number | undefined> {
  const { rows } = await client.query<{ ahead_ms: string }>(
    'SELECT ahead_ms FROM service_clock.setting',
  );
  return rows[0] && Number(rows[0].ahead_ms);
}

/**
 * Makes the clock one to be set, and lets it begin at that time, which may lie in the past: only
 * where nothing has been recorded yet, so that nothing can come before it. Does nothing where it has
 * begun already.
 */
export async function begin(client: Asking, at: Instant): Promise<void> {
  await client.query(
    `INSERT INTO service_clock.setting (ahead_ms)
     SELECT ceil(extract(epoch FROM $1::timestamptz - clock_timestamp()) * 1000)
     ON CONFLICT (single) DO NOTHING`,
    [at],
  );
}

/** Sets a clock that is one to be set forward to that time; leaves it where it is there already. */
export async function setForward(client: Asking, to: Instant): Promise<void> {
  await client.query(
    `UPDATE service_clock.setting SET ahead_ms =
       greatest(ahead_ms, ceil(extract(epoch FROM $1::timestamptz - clock_timestamp()) * 1000))`,
    [to],
  );
}
