import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a ticket ended, on the board. */
export class TicketBoardEnds1764352800000 implements MigrationInterface {
  readonly name = 'TicketBoardEnds1764352800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE read_model.ticket_board ADD COLUMN outcome text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE read_model.ticket_board DROP COLUMN outcome');
  }
}
