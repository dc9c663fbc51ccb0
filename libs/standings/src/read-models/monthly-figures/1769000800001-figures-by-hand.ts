import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of each month, what was entered by hand: targets that were set late, and what waits to be confirmed. */
export class FiguresByHand1769000800001 implements MigrationInterface {
  readonly name = 'FiguresByHand1769000800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.monthly_figures
        ADD COLUMN set_late text,
        ADD COLUMN proposals text,
        ADD COLUMN waiting boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.monthly_figures
        DROP COLUMN set_late,
        DROP COLUMN proposals,
        DROP COLUMN waiting`);
  }
}
