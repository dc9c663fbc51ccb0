import { Pool } from 'pg';
import { newId } from '@app/kernel';
import type { Filling, Running, Subject } from '../harness.js';
import { PLENTY, skuOf } from './books.js';

/* Neither keeps who sold it to whom under which paper, nor what it is worth, beyond one column of JSON. */

const TABLES = `
  CREATE TABLE stock (sku text PRIMARY KEY, quantity bigint NOT NULL);
  CREATE TABLE ledger (
    id uuid PRIMARY KEY, sku text NOT NULL, seq bigint NOT NULL, change bigint NOT NULL,
    quantity bigint NOT NULL, data json NOT NULL, at timestamptz NOT NULL DEFAULT now()
  );
  CREATE SEQUENCE seq;
  CREATE UNIQUE INDEX ledger_of_sku ON ledger (sku, seq);`;

/** Changes the row where there is enough, and writes the ledger with it: one statement. */
const TAKE = {
  name: 'take',
  text: `WITH taken AS (
           UPDATE stock SET quantity = quantity - 1 WHERE sku = $1 AND quantity >= 1
           RETURNING sku, quantity)
         INSERT INTO ledger (id, sku, seq, change, quantity, data)
         SELECT $2, sku, nextval('seq'), -1, quantity, $3 FROM taken`,
};

const LOCK = { name: 'lock', text: 'SELECT sku FROM stock WHERE sku = $1 FOR UPDATE' };
const LAST = {
  name: 'last',
  text: 'SELECT seq, quantity FROM ledger WHERE sku = $1 ORDER BY seq DESC LIMIT 1',
};
const NEXT = {
  name: 'next',
  text: `INSERT INTO ledger (id, sku, seq, change, quantity, data) VALUES ($1, $2, $3, -1, $4, $5)`,
};

/** The tables, with plenty of so many materials. */
export function tables(skus: number): Filling {
  return async (url) => {
    const pool = new Pool({ connectionString: url, max: 1 });
    await pool.query(TABLES);
    const all = [skuOf(0).slice(0, -1), skus - 1, PLENTY];
    await pool.query(
      `INSERT INTO stock SELECT $1::text || n, $3::bigint FROM generate_series(0, $2::int) AS n`,
      all,
    );
    await pool.query(
      `INSERT INTO ledger SELECT gen_random_uuid(), $1::text || n, nextval('seq'), $3::bigint, $3::bigint, '{}'
       FROM generate_series(0, $2::int) AS n`,
      all,
    );
    await pool.query('VACUUM ANALYZE stock, ledger');
    await pool.end();
  };
}

/** A hand-written statement on as many connections as there are callers. */
export function plainSql(skus: number, connections: number, filling: Filling): Subject {
  return byHand('raw', { skus, connections, filling }, async (pool, sku) => {
    await pool.query({ ...TAKE, values: [sku, newId(), paperOf(sku)] });
  });
}

/** As an ERP does it: lock the material, read the last row of its ledger, write the next. */
export function asAnErp(skus: number, connections: number, filling: Filling): Subject {
  return byHand('erp', { skus, connections, filling }, async (pool, sku) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query({ ...LOCK, values: [sku] });
      const { rows } = await client.query<{ seq: string; quantity: string }>({
        ...LAST,
        values: [sku],
      });
      const [{ seq, quantity } = { seq: '0', quantity: '0' }] = rows;
      if (Number(quantity) < 1) throw new Error(`${sku}: none left`);
      const values = [newId(), sku, Number(seq) + 1, Number(quantity) - 1, paperOf(sku)];
      await client.query({ ...NEXT, values });
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  });
}

function byHand(
  name: string,
  { skus, connections, filling }: { skus: number; connections: number; filling: Filling },
  take: (pool: Pool, sku: string) => Promise<void>,
): Subject {
  return {
    name,
    filling,
    async open(url): Promise<Running> {
      const pool = new Pool({ connectionString: url, max: connections });
      pool.on('error', () => undefined);
      let next = 0;
      const step = async () => {
        await take(pool, skuOf(next++ % skus));
        return 1;
      };
      return { step, close: () => pool.end() };
    },
  };
}

/** What the sale says. */
function paperOf(sku: string): string {
  const sale = { customer: '兰亭物业', price: '18.00', method: 'transfer', seller: 'he-jun' };
  return JSON.stringify({
    sku,
    place: 'main',
    quantity: 1,
    value: '12.00',
    slip: newId(),
    ...sale,
  });
}
