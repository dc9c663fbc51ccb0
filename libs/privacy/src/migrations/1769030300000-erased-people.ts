import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of somebody who is erased the row stays, without a key, so that none is ever made for them again. */
export class ErasedPeople1769030300000 implements MigrationInterface {
  readonly name = 'ErasedPeople1769030300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE privacy.person_key ALTER COLUMN wrapped DROP NOT NULL');
    // Whoever was erased before: of files, which are named so, nobody is.
    await runner.query(`
      INSERT INTO privacy.person_key (id, person)
      SELECT DISTINCT ON (person) id, person FROM privacy.destroyed_key
      WHERE person NOT LIKE 'file-%' ORDER BY person, destroyed_at DESC
      ON CONFLICT (person) DO UPDATE SET wrapped = NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM privacy.person_key WHERE wrapped IS NULL');
    await runner.query('ALTER TABLE privacy.person_key ALTER COLUMN wrapped SET NOT NULL');
  }
}
