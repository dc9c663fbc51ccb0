import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which log the rows are that a projection has; whoever leads it next says so. */
export class LogOfProjections1764200000000 implements MigrationInterface {
  readonly name = 'LogOfProjections1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE read_model.projection ADD COLUMN log_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE read_model.projection DROP COLUMN log_id');
  }
}
