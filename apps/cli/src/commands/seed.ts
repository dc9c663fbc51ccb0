import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, playScenario, readScenario, summaryOf } from '@app/scenario';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Where } from '../installation.js';
import { json, type Output } from '../output.js';

export interface SeedOptions {
  readonly scenario: string;
  /** The service, without `/api/v1`. */
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
  const scenario = await readScenario(options.scenario);
  const password = await secret(options.passwordFile);
  const operator = {
    login: 'operator',
    password: await secret(options.operatorPasswordFile ?? join(dataDir, 'operator-password')),
  };
  const client = new Client(options.url.replace(/\/+$/, ''));
  const access = { operator, passwordOf: () => password };
  const tally = await playScenario(client, scenario, access, output.remark);
  for (const failure of tally.failures) output.remark(`✗ ${failure}`);
  output.result(json(summaryOf(tally, (performance.now() - began) / 1000)));
  return tally.failures.length === 0 ? EXIT.ok : EXIT.error;
}

async function secret(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).trim();
}
