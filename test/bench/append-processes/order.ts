import { Client } from 'pg';

const ORDER = `
  SELECT count(*) = coalesce(max(position), 0) AS contiguous,
         bool_and(version = expected) AS in_order
    FROM (SELECT position, version, row_number() OVER (PARTITION BY stream ORDER BY position) AS expected
            FROM event_store.events) e`;

/** @throws Error a position is missing, or a stream's versions do not follow its positions */
export async function checkOrder(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ contiguous: boolean; in_order: boolean }>(ORDER);
  await client.end();
  if (!rows[0]!.contiguous) throw new Error('a position is missing');
  if (!rows[0]!.in_order) throw new Error('the versions of a stream are out of order');
}
