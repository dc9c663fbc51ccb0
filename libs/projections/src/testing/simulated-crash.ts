import { dataSource } from './fresh-log.js';

/** Notes what of the tally counts as written to disk: its rows and its checkpoint as they are now. */
export async function noteWhatIsOnDisk(): Promise<void> {
  await dataSource.query(`
    CREATE TABLE read_model.kept_tally AS TABLE read_model.tally;
    CREATE TABLE read_model.kept_position AS
      SELECT position FROM read_model.projection WHERE name = 'tally'`);
}

/** Sets rows and checkpoint back to what was noted, as a crash of the database loses the rest. */
export async function loseUnwrittenRows(): Promise<void> {
  await dataSource.query(`
    BEGIN;
    DELETE FROM read_model.tally;
    INSERT INTO read_model.tally TABLE read_model.kept_tally;
    UPDATE read_model.projection SET position = (SELECT position FROM read_model.kept_position)
     WHERE name = 'tally';
    COMMIT`);
}

/** Ends every connection of the data source, as a crash does too. */
export async function endConnections(): Promise<void> {
  await answered(() =>
    dataSource.query(
      `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name NOT LIKE 'event-store%'
          AND pid <> pg_backend_pid()`,
    ),
  );
  await dataSource.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
}

/** Asks again for as long as the question meets a connection that has ended. */
export async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!/terminat/.test(String(error))) throw error;
    }
  }
}
