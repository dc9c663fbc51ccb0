import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The scenario, wherever this runs from: the sources, `dist`, or a copy of it inside the repository. */
export const SCENARIO = scenarioCalled('four-days');

/** An emergency in the night, which climbs its ladder. */
export const EMERGENCY = scenarioCalled('emergency');

function scenarioCalled(name: string): string {
  return join(packageRoot(import.meta.dirname), `apps/demo/scenario/${name}.yaml`);
}

function packageRoot(directory: string): string {
  if (existsSync(join(directory, 'package.json'))) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error('the demo runs inside its repository');
  return packageRoot(parent);
}
