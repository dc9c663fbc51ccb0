import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts are no longer of a unit's file: what they promise stands with their customer. */
export class UnitContracts1769001600000 implements MigrationInterface {
  readonly name = 'UnitContracts1769001600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE read_model.unit DROP COLUMN contracts, DROP COLUMN covered_until',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.unit
        ADD COLUMN contracts json NOT NULL DEFAULT '[]',
        ADD COLUMN covered_until date`);
    await runner.query('ALTER TABLE read_model.unit ALTER COLUMN contracts DROP DEFAULT');
  }
}
