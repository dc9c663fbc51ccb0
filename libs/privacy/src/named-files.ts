import type { Pool } from '@app/postgres';
import type { NamedFile } from './personal-fields.js';

/** Who names which files: a file that is of several people goes with the last of them. */
export class NamedFiles {
  constructor(private readonly database: Pool) {}

  /** Before the events that name them are stored; noted again, nothing changes. */
  async note(files: readonly NamedFile[]): Promise<void> {
    if (files.length === 0) return;
    await this.database.query({
      name: 'note-named-files',
      text: `
        INSERT INTO privacy.named_file (file, person)
        SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
      values: [files.map(({ file }) => file), files.map(({ person }) => person)],
    });
  }

  /**
   * These people name no files any more. One is forgotten at a time, so that of two who are erased at once the last
   * leaves the file to nobody.
   *
   * @param files that they have named, also before who names what was noted
   * @returns those of their files that nobody else names
   */
  async forget(people: readonly string[], files: readonly string[]): Promise<string[]> {
    const client = await this.database.connect();
    try {
      await client.query('BEGIN');
      await client.query('LOCK TABLE privacy.named_file IN EXCLUSIVE MODE');
      const { rows } = await client.query<{ file: string }>(
        `WITH gone AS (DELETE FROM privacy.named_file WHERE person = ANY($1) RETURNING file)
         SELECT theirs.file FROM (SELECT file FROM gone UNION SELECT unnest($2::text[])) AS theirs (file)
         WHERE NOT EXISTS (
           SELECT FROM privacy.named_file AS n WHERE n.file = theirs.file AND n.person <> ALL($1))`,
        [people, files],
      );
      await client.query('COMMIT');
      return rows.map(({ file }) => file);
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}
