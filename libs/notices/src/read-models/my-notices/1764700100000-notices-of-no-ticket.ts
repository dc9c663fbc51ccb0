import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice may be about something else than a ticket. */
export class NoticesOfNoTicket1764700100000 implements MigrationInterface {
  readonly name = 'NoticesOfNoTicket1764700100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE read_model.notice ALTER COLUMN ticket DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM read_model.notice WHERE ticket IS NULL');
    await runner.query('ALTER TABLE read_model.notice ALTER COLUMN ticket SET NOT NULL');
  }
}
