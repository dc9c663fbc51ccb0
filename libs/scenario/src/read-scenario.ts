import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { utcOf } from './business-clock.js';
import type { Scenario } from './scenario.js';

const PARTS = ['people', 'setup', 'tickets', 'replays'] as const;

/** @throws Error naming the part that the file lacks */
export async function readScenario(file: string): Promise<Scenario> {
  const scenario = parse(await readFile(file, 'utf8')) as Scenario;
  for (const part of PARTS) {
    if (!Array.isArray(scenario?.[part]))
      throw new Error(`${file}: a scenario has a list of ${part}`);
  }
  return scenario;
}

/** When a clock must have begun on which the scenario is played. */
export function beginningOf({ since }: Scenario): string {
  return utcOf(since, '');
}

/** Login of whoever reads everything in a scenario. @throws Error it has no auditor */
export function auditorOf({ title, people }: Scenario): string {
  const auditor = people.find(({ roles }) => roles.includes('auditor'));
  if (auditor) return auditor.employee;
  throw new Error(`${title}: a scenario needs an auditor, who looks at what came of it`);
}
