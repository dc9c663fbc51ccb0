import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the clocks of a ticket run out, in a technician's day. */
export class TechnicianDayDue1764470000000 implements MigrationInterface {
  readonly name = 'TechnicianDayDue1764470000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.technician_day
        ADD COLUMN response_due timestamptz,
        ADD COLUMN restoration_due timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.technician_day
        DROP COLUMN response_due,
        DROP COLUMN restoration_due`);
  }
}
