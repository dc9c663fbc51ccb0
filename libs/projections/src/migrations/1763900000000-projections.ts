import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How far each projection has come, and who may move it. Checkpoint and lease are one row, so that
 * one compare-and-set guards both.
 */
export class Projections1763900000000 implements MigrationInterface {
  readonly name = 'Projections1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA IF NOT EXISTS read_model');
    await runner.query(`
      CREATE TABLE read_model.projection (
        name       text PRIMARY KEY,
        version    integer NOT NULL,
        position   bigint NOT NULL DEFAULT 0,
        epoch      bigint NOT NULL DEFAULT 0,
        owner      text,
        expires_at timestamptz,
        moved_at   timestamptz
      ) WITH (fillfactor = 50)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE read_model.projection');
  }
}
