import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SealedFiles1769000500001 } from './1769000500001-sealed-files.js';

/** Storage of what events name by content hash. */
export class CreateFiles1767225600500 implements MigrationInterface {
  name = 'CreateFiles1767225600500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA IF NOT EXISTS files');
    await runner.query(`
      CREATE TABLE files.file (
        hash text COLLATE "C" PRIMARY KEY CHECK (hash = encode(sha256(bytes), 'hex')),
        media_type text NOT NULL,
        bytes bytea NOT NULL,
        stored_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        stored_by text NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA files CASCADE');
  }
}

export const filesMigrations = [CreateFiles1767225600500, SealedFiles1769000500001];
