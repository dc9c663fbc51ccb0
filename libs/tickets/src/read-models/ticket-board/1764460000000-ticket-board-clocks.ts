import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the clocks of a ticket stand, and how they were judged, on the board. */
export class TicketBoardClocks1764460000000 implements MigrationInterface {
  readonly name = 'TicketBoardClocks1764460000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.ticket_board
        ADD COLUMN deadlines json NOT NULL DEFAULT '{}',
        ADD COLUMN earlier_deadlines json NOT NULL DEFAULT '[]',
        ADD COLUMN breached text[] NOT NULL DEFAULT '{}',
        ADD COLUMN risk_from timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_model.ticket_board
        DROP COLUMN deadlines,
        DROP COLUMN earlier_deadlines,
        DROP COLUMN breached,
        DROP COLUMN risk_from`);
  }
}
