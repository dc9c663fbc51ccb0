import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Invalid, NotFound } from '@app/kernel';
import { Client, playScenario, readScenario, summaryOf } from '@app/scenario';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Where } from '../installation.js';
import { json, type Output } from '../output.js';
import { publishYears } from './publish-years.js';

export interface SeedOptions {
  /** Default: none is played. */
  readonly scenario?: string;
  /** Publish the working calendar of each year that is announced and not published yet. */
  readonly calendar?: boolean;
  /** The service, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** File with the password that the scenario's people sign in with; a secret is no argument. */
  readonly passwordFile?: string;
  /** Default: where the service left it at its first start. */
  readonly operatorPasswordFile?: string;
}

/** Brings the working calendar, a scenario or both into a running service, through its public API alone. */
export async function runSeed(
  { dataDir }: Where,
  output: Output,
  options: SeedOptions,
): Promise<ExitCode> {
  const url = addressOf(options.url);
  const { scenario, calendar, passwordFile } = options;
  if (scenario === undefined && !calendar) throw missing('--scenario, --calendar');
  if (scenario !== undefined && passwordFile === undefined) throw missing('--password-file');
  if (scenario !== undefined) await textIn(scenario, '--scenario');
  const client = new Client(url, output.language);
  const password = passwordFile && (await textIn(passwordFile, '--password-file'));
  const left = options.operatorPasswordFile ?? join(dataDir, 'operator-password');
  const operator = { login: 'operator', password: await textIn(left, '--operator-password-file') };
  if (calendar) await publishYears(client, operator, output);
  if (scenario === undefined) return EXIT.ok;
  return play(client, scenario, { operator, passwordOf: () => password! }, output);
}

async function play(
  client: Client,
  file: string,
  access: Parameters<typeof playScenario>[2],
  output: Output,
): Promise<ExitCode> {
  const began = performance.now();
  const tally = await playScenario(client, await readScenario(file), access, output.remark);
  for (const failure of tally.failures) output.remark(`✗ ${failure}`);
  output.result(json(summaryOf(tally, (performance.now() - began) / 1000)));
  return tally.failures.length === 0 ? EXIT.ok : EXIT.error;
}

function missing(options: string): Invalid {
  return new Invalid('option-missing', {
    zh: `缺少选项：${options}`,
    en: `an option is missing: ${options}`,
  });
}

/** @throws NotFound naming the option by which another file is given */
async function textIn(file: string, option: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    const { message } = error as Error;
    throw new NotFound('no-file', {
      zh: `无法读取 ${file}（${message}），请用 ${option} 指定文件`,
      en: `cannot read ${file} (${message}); ${option} names the file`,
    });
  }
}

/** The service's address, also where its API's was given. @throws Invalid it is none */
function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol))
    return text.replace(/\/+$/, '').replace(/\/api\/v1$/, '');
  throw new Invalid('no-url', {
    zh: `“${text}”不是服务的地址，例如 http://127.0.0.1:3000（--url）`,
    en: `"${text}" is no address of a service, such as http://127.0.0.1:3000 (--url)`,
  });
}
