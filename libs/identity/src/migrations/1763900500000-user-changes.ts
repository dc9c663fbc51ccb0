import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was done to users. Like the log it only grows: not even the owner changes it, nor a
 * replication session, which passes ordinary triggers.
 */
export class UserChanges1763900500000 implements MigrationInterface {
  readonly name = 'UserChanges1763900500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.user_change (
        change   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        login    text NOT NULL,
        kind     text NOT NULL,
        at       timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        by       json,
        employee text,
        roles    text[]
      )`);
    await runner.query('CREATE INDEX user_change_login ON identity.user_change (login, change)');
    await runner.query(`
      CREATE FUNCTION identity.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'user changes are append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER user_change_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON identity.user_change
        FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_change()`);
    await runner.query(
      'ALTER TABLE identity.user_change ENABLE ALWAYS TRIGGER user_change_append_only',
    );
    await runner.query('REVOKE UPDATE, DELETE, TRUNCATE ON identity.user_change FROM PUBLIC');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.user_change');
    await runner.query('DROP FUNCTION identity.refuse_change');
  }
}
