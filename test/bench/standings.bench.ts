import { runCases, type BenchOptions } from './harness.js';
import { yearOfAll } from './standings/filling.js';
import { ranked, simulated } from './standings/reading.js';
import { ours, raw } from './standings/recompute.js';
import { visible } from './standings/visible.js';
import { ACTS } from './standings/year.js';

const EMPLOYEES = 10_000;

/**
 * A year of 10,000 employees with 50 acts each, at the size that is given: how long an act takes until
 * the standing shows it; all standings from the log with their explanations, next to `raw`, one
 * statement of SQL with window functions over the same events, counts and points alone; a ranked page
 * of fifty; and another edition tried on the whole year. How far the year is made is said on standard error; what
 * is measured first is what is measured fastest.
 */
export default function standings(options: BenchOptions): Promise<void> {
  const employees = Math.max(20, Math.round(EMPLOYEES * options.size));
  const filling = yearOfAll(employees);
  const of = `${employees.toLocaleString('en')} employees × ${ACTS} acts`;
  return runCases(
    [
      { name: `ranked page, ${of}`, unit: 'pages/s', workers: 1, subjects: [ranked(filling)] },
      {
        name: `simulation, ${of}`,
        unit: 'standings/s',
        workers: 1,
        subjects: [simulated(employees, filling)],
      },
      {
        name: `recompute, ${of}`,
        unit: 'acts/s',
        workers: 1,
        subjects: [ours(employees, filling), raw(filling)],
      },
      {
        // Last: it adds acts to the year.
        name: `act to visible, ${of}`,
        unit: 'acts/s',
        workers: 1,
        pace: 20,
        subjects: [visible(employees, filling)],
      },
    ],
    options,
  );
}
