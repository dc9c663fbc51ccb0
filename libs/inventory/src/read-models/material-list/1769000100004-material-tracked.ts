import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether each piece of a material has its number. */
export class MaterialTracked1769000100004 implements MigrationInterface {
  readonly name = 'MaterialTracked1769000100004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE read_model.material ADD COLUMN tracked text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE read_model.material DROP COLUMN tracked');
  }
}
