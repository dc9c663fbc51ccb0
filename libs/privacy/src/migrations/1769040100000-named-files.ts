import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who names which files: one that several people name is destroyed with the last of them. */
export class NamedFiles1769040100000 implements MigrationInterface {
  readonly name = 'NamedFiles1769040100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE privacy.named_file (
        file   text COLLATE "C" NOT NULL,
        person text COLLATE "C" NOT NULL,
        PRIMARY KEY (file, person)
      )`);
    await runner.query('CREATE INDEX ON privacy.named_file (person)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE privacy.named_file');
  }
}
