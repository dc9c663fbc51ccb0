import { readEnvironment } from '../../server/src/environment.js';
import { givenMasterKey } from '../../server/src/keys/given-master-key.js';
import { eventStoreDbOf } from '../../server/src/store/event-store-db-settings.js';
import { EXIT } from './exit-codes.js';
import { languageOfLocale } from './language.js';
import { runCli } from './program.js';

// Whoever reads no further, as `head` does, has what was asked for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  // A full disk, say: what stands there is not the whole of it.
  process.stderr.write(`${error.message}\n`);
  process.exit(EXIT.error);
});

const say = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`);
const output = {
  result: say(process.stdout),
  remark: say(process.stderr),
  language: languageOfLocale(process.env),
  // One line that is written over, which in a file would be no line at all.
  ...(process.stderr.isTTY && {
    progress: (text: string) => void process.stderr.write(`\r\u001b[K${text}\r`),
  }),
};

try {
  const environment = readEnvironment(process.env);
  const { DATABASE_URL, DATA_DIR } = environment;
  const eventStoreDb = eventStoreDbOf(environment);
  const where = {
    databaseUrl: DATABASE_URL,
    dataDir: DATA_DIR,
    ...givenMasterKey(environment),
    ...(eventStoreDb && { eventStoreDb }),
  };
  process.exitCode = await runCli(process.argv.slice(2), where, output);
} catch (error) {
  output.remark(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT.error;
}
