import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deadlines in working time, which wait for a year of the calendar and are due at no time until then. */
export class AwaitedYears1764540000000 implements MigrationInterface {
  readonly name = 'AwaitedYears1764540000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE process.deadline
        ADD awaited_year text,
        ADD working_time json,
        ADD CHECK ((awaited_year IS NULL) = (working_time IS NULL)),
        ADD CHECK (awaited_year IS NULL OR due_at = 'infinity')`);
    await runner.query(
      `CREATE INDEX deadline_awaits ON process.deadline (awaited_year, process, key, name)
       WHERE awaited_year IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM process.deadline WHERE awaited_year IS NOT NULL');
    await runner.query('ALTER TABLE process.deadline DROP awaited_year, DROP working_time');
  }
}
