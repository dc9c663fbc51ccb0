import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ticket's detail: a document, kept as text because it is only ever read whole. */
export class TicketDetail1763900200000 implements MigrationInterface {
  readonly name = 'TicketDetail1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE read_model.ticket_detail (
        ticket   text PRIMARY KEY,
        detail   json NOT NULL,
        version  integer NOT NULL,
        position bigint NOT NULL
      ) WITH (fillfactor = 70)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE read_model.ticket_detail');
  }
}
