import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a mail was not taken the last time, for the operator; and which were given up, the latest first. */
export class MailFaults1764600100000 implements MigrationInterface {
  readonly name = 'MailFaults1764600100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail.delivery ADD COLUMN fault text');
    await runner.query(
      `CREATE INDEX delivery_failed ON mail.delivery (next_at) WHERE outcome = 'failed'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mail.delivery_failed');
    await runner.query('ALTER TABLE mail.delivery DROP COLUMN fault');
  }
}
