import { migrate, pendingMigrations } from '../../../server/src/database/migrate.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { onInstallation, type Where } from '../installation.js';
import { json, type Output } from '../output.js';

/** Brings the database up to date, or with `check` only says what is pending. */
export function runMigrate(
  where: Where,
  output: Output,
  options: { check?: boolean; json?: boolean },
): Promise<ExitCode> {
  return onInstallation(where, output, async ({ url }) => {
    if (options.check) return reportPending(await pendingMigrations(url), output, options);
    const done = await migrate(url);
    if (options.json) output.result(json({ done }));
    else output.result(done.length > 0 ? `migrated: ${done.join(', ')}` : 'up to date');
    return EXIT.ok;
  });
}

function reportPending(
  pending: readonly string[],
  output: Output,
  options: { json?: boolean },
): ExitCode {
  if (options.json) output.result(json({ pending }));
  else output.result(pending.length > 0 ? `pending: ${pending.join(', ')}` : 'up to date');
  return pending.length > 0 ? EXIT.pending : EXIT.ok;
}
