import type { Type } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The migration that makes one table. Its columns are written out, and not derived from the row that
 * they are for: what an installation has run stays what it was, however the row changes, and each
 * later change is a migration of its own.
 *
 * @param name with the time at its end that orders migrations: `KeyList1764500000000`
 * @param table with its schema: `read_model.key`
 * @param columns what stands between the parentheses of `CREATE TABLE`, and behind them
 * @param indexes statements that follow it
 */
export function createsTable(
  name: string,
  table: string,
  columns: string,
  ...indexes: readonly string[]
): Type<MigrationInterface> {
  return class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of [`CREATE TABLE ${table} ${columns}`, ...indexes])
        await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${table}`);
    }
  };
}
