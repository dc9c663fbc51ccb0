import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The technician's day. */
export class TechnicianDay1763900300000 implements MigrationInterface {
  readonly name = 'TechnicianDay1763900300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE read_model.technician_day (
        ticket       text PRIMARY KEY,
        status       text NOT NULL,
        emergency    boolean NOT NULL,
        name         text NOT NULL,
        phone        text NOT NULL,
        address      text NOT NULL,
        landmark     text,
        fault        text NOT NULL,
        needed_tools text[] NOT NULL,
        needed_parts text[] NOT NULL,
        visits       json NOT NULL,
        days         text[] NOT NULL,
        version      integer NOT NULL,
        position     bigint NOT NULL
      ) WITH (fillfactor = 70)`);
    await runner.query(
      'CREATE INDEX technician_day_days ON read_model.technician_day USING gin (days)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE read_model.technician_day');
  }
}
