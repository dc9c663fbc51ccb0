import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody comes back to interrupted work, and what is due back to the customer, on the board. */
export class TicketBoardReturns1769001301000 implements MigrationInterface {
  readonly name = 'TicketBoardReturns1769001301000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.ticket_board
        ADD COLUMN next_return_at timestamptz,
        ADD COLUMN due_back text NOT NULL DEFAULT '0.00'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE read_model.ticket_board DROP COLUMN next_return_at, DROP COLUMN due_back',
    );
  }
}
