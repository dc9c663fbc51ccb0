import { levels, type Measure } from '../edition/clause.js';
import type { Reckoning } from './judged-by.js';

/** The points of an act (D8); measures that are no level have none. */
export function pointsOf(measures: readonly Measure[], { points }: Reckoning): number {
  return levels
    .filter((level) => measures.includes(level))
    .reduce((sum, level) => sum + points[level], 0);
}
