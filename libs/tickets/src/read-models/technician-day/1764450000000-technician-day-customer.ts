import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose ticket it is and of which site, by which the customer's file is found. */
export class TechnicianDayCustomer1764450000000 implements MigrationInterface {
  readonly name = 'TechnicianDayCustomer1764450000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE read_model.technician_day ADD COLUMN customer text, ADD COLUMN site text',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE read_model.technician_day DROP COLUMN customer, DROP COLUMN site',
    );
  }
}
