import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a ticket ended, and until when its restoration clock stands still, on the board. */
export class TicketBoardEnds1764352800000 implements MigrationInterface {
  readonly name = 'TicketBoardEnds1764352800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.ticket_board
        ADD COLUMN outcome text,
        ADD COLUMN paused_until timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE read_model.ticket_board DROP COLUMN outcome, DROP COLUMN paused_until',
    );
  }
}
