import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a login has been signed in with, which neither a restart nor another process forgets. */
export class Acquaintances1764300000000 implements MigrationInterface {
  readonly name = 'Acquaintances1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.acquaintance (
        login   text NOT NULL,
        place   bytea NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        PRIMARY KEY (login, place)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.acquaintance');
  }
}
