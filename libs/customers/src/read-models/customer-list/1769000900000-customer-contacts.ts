import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a customer is a person, and whom to ask for there. */
export class CustomerContacts1769000900000 implements MigrationInterface {
  readonly name = 'CustomerContacts1769000900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.customer
        ADD COLUMN kind text,
        ADD COLUMN contacts json NOT NULL DEFAULT '[]'`);
    await runner.query('ALTER TABLE read_model.customer ALTER COLUMN contacts DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE read_model.customer DROP COLUMN kind, DROP COLUMN contacts');
  }
}
