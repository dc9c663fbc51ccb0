import { expect, test } from '@jest/globals';
import { dataSource, onFreshLog } from './testing/fresh-log.js';
import { tally } from './testing/tally.js';
import { tableSql } from './table.js';

onFreshLog();

const sql = tableSql(tally);

test.each([
  ['load', sql.load[0]],
  ['flush', sql.flush],
  ['flushRemoving', sql.flushRemoving],
])(
  '%s does not scan the table, not even where it was planned while that was small',
  async (_, statement) => {
    await dataSource.query(
      `INSERT INTO read_model.tally VALUES ('a', 1, '{1}', now(), NULL, 'a=1')`,
    );
    await dataSource.query('ANALYZE read_model.tally');
    const plan = await dataSource.query<Record<'QUERY PLAN', string>[]>(
      `EXPLAIN (GENERIC_PLAN) ${statement}`,
    );
    const steps = plan.map((step) => step['QUERY PLAN']).join('\n');
    expect(steps).toMatch(/tally/);
    expect(steps).not.toMatch(/Seq Scan/);
  },
);
