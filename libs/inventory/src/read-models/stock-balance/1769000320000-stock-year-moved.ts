import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the movements of each month and of the year come to by kind, so that their reports add up nothing. */
export class StockYearMoved1769000320000 implements MigrationInterface {
  readonly name = 'StockYearMoved1769000320000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE read_model.stock_year ADD COLUMN moved text[] NOT NULL DEFAULT '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE read_model.stock_year DROP COLUMN moved');
  }
}
