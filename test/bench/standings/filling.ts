import { rebuild } from '@app/projections';
import { standing } from '@app/standings/src/read-models/standing/standing.projection.js';
import type { Filling } from '../harness.js';
import { inTurn } from '../in-turn.js';
import { progress } from '../progress.js';
import { openReadSide } from '../project/read-side.js';
import { ACTS, employeeOf, yearOf, YEAR } from './year.js';

/** Years that are on their way to the log; of each append's the next are made meanwhile. */
const AT_A_TIME = 4;
/** Years in one append, which takes a thousand events. */
const TOGETHER = 6;
/** An act is reported, proposed and decided. */
const EVENTS = 3 * ACTS;

/** The log of a year of so many employees, and the standings that follow from it. */
export function yearOfAll(employees: number): Filling {
  return async (url) => {
    const { store, dataSource, close } = await openReadSide(url, [standing.row]);
    const logged = progress('years in the log', employees);
    let done = 0;
    await inTurn(Math.ceil(employees / TOGETHER), AT_A_TIME, async (nth) => {
      const first = nth * TOGETHER;
      const length = Math.min(TOGETHER, employees - first);
      const writes = Array.from({ length }, (_, index) => ({
        stream: `standing-${employeeOf(first + index)}:${YEAR}`,
        expected: 0,
        events: yearOf(first + index),
      }));
      await store.append(writes);
      logged((done += length));
    });
    const folded = progress('years in the rows', employees);
    await rebuild(dataSource, store, standing, {
      owner: 'bench',
      onProgress: (position) => folded(Math.floor(Number(position) / EVENTS)),
    });
    // As the server itself does by and by: until then an index alone answers no count.
    await dataSource.query('VACUUM ANALYZE read_model.standing');
    await close();
  };
}
