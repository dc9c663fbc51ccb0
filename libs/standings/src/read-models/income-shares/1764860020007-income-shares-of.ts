import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which income a share is, which part of it, and what was paid of it when. */
export class IncomeSharesOf1764860020007 implements MigrationInterface {
  readonly name = 'IncomeSharesOf1764860020007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.income_share
        ADD COLUMN matter text,
        ADD COLUMN portion text,
        ADD COLUMN paid_before text,
        ADD COLUMN paid text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.income_share
        DROP COLUMN matter,
        DROP COLUMN portion,
        DROP COLUMN paid_before,
        DROP COLUMN paid`);
  }
}
