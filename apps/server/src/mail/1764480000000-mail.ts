import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of the mail of each notice: state of its own, that is not made again from the log. */
export class Mail1764480000000 implements MigrationInterface {
  readonly name = 'Mail1764480000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA IF NOT EXISTS mail');
    await runner.query(`
      CREATE TABLE mail.delivery (
        notice   text COLLATE "C" PRIMARY KEY,
        attempts integer NOT NULL DEFAULT 0,
        next_at  timestamptz NOT NULL,
        outcome  text
      )`);
    await runner.query(
      'CREATE INDEX delivery_waits ON mail.delivery (next_at) WHERE outcome IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA mail CASCADE');
  }
}
