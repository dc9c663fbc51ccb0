import type { Bilingual } from '@app/kernel';
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
  const { check = false } = options;
  return onInstallation(
    where,
    async ({ url }) => {
      if (check) return reportPending(await pendingMigrations(url), output, options);
      const done = await migrate(url);
      if (options.json) output.result(json({ done }));
      else output.result(listed({ zh: '已迁移', en: 'migrated' }, done)[output.language]);
      return EXIT.ok;
    },
    { make: !check },
  );
}

function reportPending(
  pending: readonly string[],
  output: Output,
  options: { json?: boolean },
): ExitCode {
  if (options.json) output.result(json({ pending }));
  else output.result(listed({ zh: '待迁移', en: 'pending' }, pending)[output.language]);
  return pending.length > 0 ? EXIT.pending : EXIT.ok;
}

function listed({ zh, en }: Bilingual, names: readonly string[]): Bilingual {
  if (names.length === 0) return { zh: '已是最新', en: 'up to date' };
  return { zh: `${zh}：${names.join('、')}`, en: `${en}: ${names.join(', ')}` };
}
