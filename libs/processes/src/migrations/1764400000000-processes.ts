import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What processes keep beside their checkpoints: states, what is parked, refusals and deadlines. */
export class Processes1764400000000 implements MigrationInterface {
  readonly name = 'Processes1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA IF NOT EXISTS process');
    await runner.query(`
      CREATE TABLE process.state (
        process text NOT NULL,
        key     text NOT NULL,
        state   json NOT NULL,
        PRIMARY KEY (process, key)
      )`);
    await runner.query(`
      CREATE TABLE process.parked (
        process   text NOT NULL,
        position  bigint NOT NULL,
        key       text NOT NULL,
        stream    text NOT NULL,
        version   integer NOT NULL,
        type      text NOT NULL,
        fault     text,
        released  boolean NOT NULL DEFAULT false,
        parked_at timestamptz NOT NULL DEFAULT service_clock.now(),
        PRIMARY KEY (process, position)
      )`);
    await runner.query('CREATE INDEX parked_key ON process.parked (process, key, position)');
    await runner.query(
      'CREATE INDEX parked_released ON process.parked (process, position) WHERE released',
    );
    await runner.query(`
      CREATE TABLE process.refusal (
        command_id uuid PRIMARY KEY,
        process    text NOT NULL,
        event_id   uuid NOT NULL,
        command    json NOT NULL,
        code       text NOT NULL,
        article    text,
        says       json NOT NULL,
        at         timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX refusal_process ON process.refusal (process, at)');
    await runner.query(`
      CREATE TABLE process.deadline (
        process text NOT NULL,
        key     text NOT NULL,
        name    text NOT NULL,
        due_at  timestamptz NOT NULL,
        send    json NOT NULL,
        cause   json NOT NULL,
        fault   text,
        PRIMARY KEY (process, key, name)
      )`);
    await runner.query(
      'CREATE INDEX deadline_due ON process.deadline (due_at, process, key, name) WHERE fault IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA process CASCADE');
  }
}
