import { Command, CommanderError, Option } from 'commander';
import { LogDamaged } from '@app/event-store';
import { isDatabaseUnreachable } from '@app/postgres';
import { DomainError, Invalid, type Bilingual, type Language } from '@app/kernel';
import { runDoctor } from './commands/doctor.js';
import { runExport } from './commands/export.js';
import { runMigrate } from './commands/migrate.js';
import {
  runParkedList,
  runParkedRelease,
  runParkedShow,
  runProcesses,
} from './commands/processes.js';
import { runRebuild } from './commands/rebuild.js';
import { runReplay, type ReplayOptions } from './commands/replay.js';
import { runRotateKeys } from './commands/rotate-keys.js';
import { runSeed, type SeedOptions } from './commands/seed.js';
import { unreachable } from './unreachable.js';
import { runVerify, VERIFY_LIMITS } from './commands/verify.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Where } from './installation.js';
import type { Output } from './output.js';

/** The output with the language that the words ask for, once they are read. */
type Spoken = Output & { language: Language };

/** What the help says of where the installation is looked for. */
const ENVIRONMENT = `
It goes by the environment: DATABASE_URL or DATABASE_URL_FILE, else DATA_DIR (default .data), and
where the log is in EventStoreDB, EVENT_STORE and EVENTSTOREDB_…, as the service does; see README.`;

/**
 * The operator's command line.
 *
 * @param words what follows the program's name
 * @returns the code to end with: 0 done, 1 error, 2 asked for wrongly, 3 the log is not sound, 4 migrations pending, 5 a read model differs from the log
 */
export async function runCli(
  words: readonly string[],
  where: Where,
  output: Output,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const ends = (work: Promise<ExitCode>) => work.then((ended) => void (code = ended));
  const spoken = { ...output };
  try {
    await programOf(where, spoken, ends).parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    output.remark(messageOf(error, where, spoken.language));
    if (error instanceof LogDamaged) return EXIT.unsound;
    return error instanceof Invalid ? EXIT.usage : EXIT.error;
  }
}

function programOf(
  where: Where,
  output: Spoken,
  ends: (work: Promise<ExitCode>) => Promise<void>,
): Command {
  const program = new Command('service-centre')
    .description('Runs and audits an installation.')
    .addHelpText('after', ENVIRONMENT)
    .addOption(
      new Option('--lang <language>', 'default: by the locale, zh where it names none').choices([
        'zh',
        'en',
      ]),
    )
    .hook('preAction', (program) => {
      output.language = program.opts<{ lang?: Language }>().lang ?? output.language;
    })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.result(text.trimEnd()),
      writeErr: (text) => output.remark(text.trimEnd()),
    });

  const json = () => new Option('--json', 'as JSON');
  program
    .command('migrate')
    .description('bring the database up to date')
    .option('--check', 'only say what is pending; exit code 4 if something is')
    .addOption(json())
    .action((options: { check?: boolean }) => ends(runMigrate(where, output, options)));
  program
    .command('rebuild')
    .description('fold the whole log into a projection anew')
    .argument('<projection>')
    .option('--take-over', 'take the lease from the process that leads it')
    .addOption(json())
    .action((name: string, options: { takeOver?: boolean }) =>
      ends(runRebuild(name, where, output, options)),
    );
  program
    .command('verify')
    .description('walk the whole log and look whether it is sound; exit code 3 if it is not')
    .addHelpText('after', VERIFY_LIMITS)
    .option('--read-models', 'compare every row of the read models with the log too')
    .addOption(json())
    .action((options: { readModels?: boolean; json?: boolean }) =>
      ends(runVerify(where, output, options)),
    );
  program
    .command('replay')
    .description("show a stream's past in plain words, and what each event changed")
    .argument('<stream>', 'such as ticket-T-2026-0001')
    .addOption(
      new Option('--version <n>', 'the state after so many events').conflicts(['at', 'knownAt']),
    )
    .option('--at <time>', 'as it was then, such as 2026-03-02T10:05:00+08:00')
    .option('--known-at <time>', 'as it was known then')
    .addOption(json())
    .action((stream: string, options: ReplayOptions) =>
      ends(runReplay(stream, where, output, options)),
    );
  program
    .command('export')
    .description('write the log as newline-delimited JSON, a manifest last')
    .option('--stream <stream>', 'only this one')
    .option('--out <file>', 'default: the standard output')
    .option('--force', 'replace the file if it is there; default: refuse')
    .action((options: { stream?: string; out?: string; force?: boolean }) =>
      ends(runExport(where, output, options)),
    );
  program
    .command('seed')
    .description(
      'bring the working calendar or a scenario into a running service; exit code 1 if an expectation failed',
    )
    .option('--calendar', 'publish each announced year that is not published yet')
    .option('--scenario <file>', 'play it: such as apps/demo/scenario/four-days.yaml')
    .requiredOption('--url <url>', 'of the service, such as http://127.0.0.1:3000')
    .option('--password-file <file>', 'password for the users that the scenario makes')
    .option('--operator-password-file <file>', 'default: operator-password in DATA_DIR')
    .action((options: SeedOptions) => ends(runSeed(where, output, options)));
  program
    .command('processes')
    .description('how each process stands: lag, what is parked, deadlines due and overdue')
    .addOption(json())
    .action((options: { json?: boolean }) => ends(runProcesses(where, output, options)));
  addParked(program, where, output, ends);
  program
    .command('keys')
    .description('the keys under which personal data is sealed')
    .command('rotate')
    .description('wrap them under a new master key, while no service runs; events stay as they are')
    .requiredOption('--new-master-key-file <file>', '32 bytes, in hexadecimal digits or base64')
    .addOption(json())
    .action((options: { newMasterKeyFile: string; json?: boolean }) =>
      ends(runRotateKeys(options.newMasterKeyFile, where, output, options)),
    );
  program
    .command('doctor')
    .description('look at everything that the installation stands on')
    .addOption(json())
    .action((options: { json?: boolean }) => ends(runDoctor(where, output, options)));
  return program;
}

/** What processes could not deal with. */
function addParked(
  program: Command,
  where: Where,
  output: Spoken,
  ends: (work: Promise<ExitCode>) => Promise<void>,
): void {
  const parked = program
    .command('parked')
    .description('streams that wait because a process failed on an event of theirs');
  const json = () => new Option('--json', 'as JSON');
  parked
    .command('list')
    .description('all that is parked')
    .addOption(json())
    .action((options: { json?: boolean }) => ends(runParkedList(where, output, options)));
  parked
    .command('show')
    .description('the events that wait there, in their order')
    .argument('<process>')
    .argument('<key>', 'as list says it: mostly the stream')
    .addOption(json())
    .action((process: string, key: string, options: { json?: boolean }) =>
      ends(runParkedShow({ process, key }, where, output, options)),
    );
  parked
    .command('release')
    .description('after a mend: let the process take up again what waits there, in order')
    .argument('<process>')
    .argument('<key>', 'as list says it: mostly the stream')
    .action((process: string, key: string) =>
      ends(runParkedRelease({ process, key }, where, output)),
    );
}

function messageOf(error: unknown, where: Where, language: Language): string {
  if (error instanceof DomainError) return error.says[language];
  if (error instanceof LogDamaged) return damaged(error)[language];
  if (isDatabaseUnreachable(error) && where.databaseUrl && !where.eventStoreDb)
    return unreachable(where.databaseUrl, error)[language];
  return error instanceof Error ? error.message : String(error);
}

function damaged({ message }: LogDamaged): Bilingual {
  return {
    zh: `日志已损坏（${message}），到此停止；请执行 verify 查看全部问题`,
    en: `the log is damaged (${message}), so this stops here; verify tells all that is wrong`,
  };
}
