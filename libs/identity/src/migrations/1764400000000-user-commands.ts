import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which command made a change, so that the same one sent again is known; null for those from before. */
export class UserCommands1764400000000 implements MigrationInterface {
  readonly name = 'UserCommands1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity.user_change ADD COLUMN command uuid');
    await runner.query('CREATE UNIQUE INDEX user_change_command ON identity.user_change (command)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity.user_change DROP COLUMN command');
  }
}
