import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file is sealed under a key of its own, and so its bytes are no longer those of which its name is the hash. */
export class SealedFiles1769000500001 implements MigrationInterface {
  readonly name = 'SealedFiles1769000500001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE files.file
        DROP CONSTRAINT file_check,
        ADD COLUMN sealed boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT file_check CHECK (sealed OR hash = encode(sha256(bytes), 'hex'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE files.file DROP COLUMN sealed');
  }
}
