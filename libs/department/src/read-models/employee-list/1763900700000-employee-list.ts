import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of employees, who are few: pages go by the primary key, and what else is asked filters them. */
export class EmployeeList1763900700000 implements MigrationInterface {
  readonly name = 'EmployeeList1763900700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE read_model.employee (
        employee   text COLLATE "C" PRIMARY KEY,
        status     text NOT NULL,
        name       text NOT NULL,
        department text NOT NULL,
        supervisor boolean NOT NULL,
        reports_to text,
        version    integer NOT NULL,
        search     tsvector NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE read_model.employee');
  }
}
