import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Invalid, NotFound } from '@app/kernel';
import { Client, playScenario, readScenario, summaryOf } from '@app/scenario';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Where } from '../installation.js';
import { json, type Output } from '../output.js';

export interface SeedOptions {
  readonly scenario: string;
  /** The service, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** File with the password that the scenario's people sign in with; a secret is no argument. */
  readonly passwordFile: string;
  /** Default: where the service left it at its first start. */
  readonly operatorPasswordFile?: string;
}

/** Plays a scenario against a running service, through its public API alone. */
export async function runSeed(
  { dataDir }: Where,
  output: Output,
  options: SeedOptions,
): Promise<ExitCode> {
  const began = performance.now();
  const url = addressOf(options.url);
  await textIn(options.scenario, '--scenario');
  const scenario = await readScenario(options.scenario);
  const password = await textIn(options.passwordFile, '--password-file');
  const left = options.operatorPasswordFile ?? join(dataDir, 'operator-password');
  const operator = { login: 'operator', password: await textIn(left, '--operator-password-file') };
  const client = new Client(url, output.language);
  const access = { operator, passwordOf: () => password };
  const tally = await playScenario(client, scenario, access, output.remark);
  for (const failure of tally.failures) output.remark(`✗ ${failure}`);
  output.result(json(summaryOf(tally, (performance.now() - began) / 1000)));
  return tally.failures.length === 0 ? EXIT.ok : EXIT.error;
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
