import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, and the keys that sign their tokens. */
export class Identity1763900010000 implements MigrationInterface {
  readonly name = 'Identity1763900010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA IF NOT EXISTS identity');
    await runner.query(`
      CREATE TABLE identity.users (
        login               text PRIMARY KEY CHECK (login = lower(login)),
        password            text NOT NULL,
        employee            text,
        roles               text[] NOT NULL,
        disabled_at         timestamptz(3),
        password_changed_at timestamptz(3) NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE identity.signing_keys (
        name       text PRIMARY KEY,
        secret     bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.signing_keys, identity.users');
  }
}
