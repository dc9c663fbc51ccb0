import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Standing1764500100000 } from './1764500100000-standing.js';

/** What is left of each level, and what of a year is still open, each in a column: a page and a closing read no cases. */
export class StandingOpen1764900100006 implements MigrationInterface {
  readonly name = 'StandingOpen1764900100006';

  async up(runner: QueryRunner): Promise<void> {
    await new Standing1764500100000().down(runner);
    await runner.query(`CREATE TABLE read_model.standing (
      id           text COLLATE "C" PRIMARY KEY,
      employee     text COLLATE "C" NOT NULL,
      year         text COLLATE "C" NOT NULL,
      department   text,
      points       integer NOT NULL,
      net          json NOT NULL,
      open         boolean NOT NULL,
      appeal_until timestamptz,
      standing     json NOT NULL,
      version      integer NOT NULL
    )`);
    for (const index of [
      'CREATE INDEX standing_year ON read_model.standing (year, points DESC, employee)',
      'CREATE INDEX standing_department ON read_model.standing (year, department, points DESC, employee)',
    ])
      await runner.query(index);
  }

  async down(runner: QueryRunner): Promise<void> {
    const before = new Standing1764500100000();
    await before.down(runner);
    await before.up(runner);
  }
}
