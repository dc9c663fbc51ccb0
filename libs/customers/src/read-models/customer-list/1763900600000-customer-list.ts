import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of customers; pages go by the primary key, whose order is that of the bytes everywhere. */
export class CustomerList1763900600000 implements MigrationInterface {
  readonly name = 'CustomerList1763900600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE read_model.customer (
        customer   text COLLATE "C" PRIMARY KEY,
        name       text NOT NULL,
        salutation text,
        phone      text NOT NULL,
        sites      json NOT NULL,
        version    integer NOT NULL,
        search     tsvector NOT NULL
      )`);
    await runner.query('CREATE INDEX customer_search ON read_model.customer USING gin (search)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE read_model.customer');
  }
}
