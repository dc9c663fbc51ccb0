import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys of people, each wrapped by the master key, which is in no database. */
export class PersonKeys1769000500000 implements MigrationInterface {
  readonly name = 'PersonKeys1769000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA privacy');
    await runner.query(`
      CREATE TABLE privacy.installation_key (
        wrapped bytea   NOT NULL,
        single  boolean NOT NULL DEFAULT true PRIMARY KEY CHECK (single)
      )`);
    await runner.query(`
      CREATE TABLE privacy.person_key (
        id      text COLLATE "C" PRIMARY KEY,
        person  text COLLATE "C" NOT NULL UNIQUE,
        wrapped bytea NOT NULL,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query(`
      CREATE TABLE privacy.destroyed_key (
        id           text COLLATE "C" PRIMARY KEY,
        person       text COLLATE "C" NOT NULL,
        destroyed_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query('CREATE INDEX ON privacy.destroyed_key (destroyed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA privacy CASCADE');
  }
}
