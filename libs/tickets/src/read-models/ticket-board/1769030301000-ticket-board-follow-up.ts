import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the customer is still to be asked how it went, on the board. */
export class TicketBoardFollowUp1769030301000 implements MigrationInterface {
  readonly name = 'TicketBoardFollowUp1769030301000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE read_model.ticket_board ADD COLUMN awaits_follow_up boolean NOT NULL DEFAULT false',
    );
    await runner.query('CREATE INDEX ON read_model.ticket_board (ticket) WHERE awaits_follow_up');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE read_model.ticket_board DROP COLUMN awaits_follow_up');
  }
}
