import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const SCENARIOS = join(packageRoot(import.meta.dirname), 'apps/demo/scenario');

/** The scenarios by their names, each a file. */
export const SCENARIO_NAMES = readdirSync(SCENARIOS)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'));

/** Those of one stretch of time, which the demo plays one after the other; any other is played alone. */
export const ON_ONE_CLOCK = ['four-days', 'response-times', 'emergency', 'working-days'];

/** The file of a scenario, wherever this runs from: the sources, `dist`, or a copy of it inside the repository. */
export function scenarioCalled(name: string): string {
  return join(SCENARIOS, `${name}.yaml`);
}

/** The four days. */
export const SCENARIO = scenarioCalled('four-days');

/** Another, of the response times alone. */
export const RESPONSE_TIMES = scenarioCalled('response-times');

/** The working calendar: days of rest, and terms in working hours. */
export const WORKING_DAYS = scenarioCalled('working-days');

/** An emergency in the night, which climbs its ladder. */
export const EMERGENCY = scenarioCalled('emergency');

/** A year of rewards and discipline, in which every article is applied. */
export const A_YEAR = scenarioCalled('a-year');

/** A week in the stores. */
export const STORES_WEEK = scenarioCalled('stores-week');

function packageRoot(directory: string): string {
  if (existsSync(join(directory, 'package.json'))) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error('the demo runs inside its repository');
  return packageRoot(parent);
}
