import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom somebody leads is looked up whenever they read lists of those below them. */
export class EmployeeLeader1769000400000 implements MigrationInterface {
  readonly name = 'EmployeeLeader1769000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX employee_leader ON read_model.employee (reports_to)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX read_model.employee_leader');
  }
}
