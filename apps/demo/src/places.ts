import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SCENARIOS = join(packageRoot(import.meta.dirname), 'apps/demo/scenario');

/** The scenario, wherever this runs from: the sources, `dist`, or a copy of it inside the repository. */
export const SCENARIO = join(SCENARIOS, 'four-days.yaml');

/** Another, of the response times alone. */
export const RESPONSE_TIMES = join(SCENARIOS, 'response-times.yaml');

/** An emergency in the night, which climbs its ladder. */
export const EMERGENCY = join(SCENARIOS, 'emergency.yaml');

function packageRoot(directory: string): string {
  if (existsSync(join(directory, 'package.json'))) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error('the demo runs inside its repository');
  return packageRoot(parent);
}
