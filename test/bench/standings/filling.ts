import { rebuild } from '@app/projections';
import { standing } from '@app/standings/src/read-models/standing/standing.projection.js';
import type { Filling } from '../harness.js';
import { inTurn } from '../in-turn.js';
import { openReadSide } from '../project/read-side.js';
import { employeeOf, yearOf, YEAR } from './year.js';

const AT_A_TIME = 16;

/** The log of a year of so many employees, and the standings that follow from it. */
export function yearOfAll(employees: number): Filling {
  return async (url) => {
    const { store, dataSource, close } = await openReadSide(url, [standing.row]);
    await inTurn(employees, AT_A_TIME, async (number) => {
      const stream = `standing-${employeeOf(number)}:${YEAR}`;
      await store.append([{ stream, expected: 0, events: yearOf(number) }]);
    });
    await rebuild(dataSource, store, standing, { owner: 'bench' });
    // As the server itself does by and by: until then an index alone answers no count.
    await dataSource.query('VACUUM ANALYZE read_model.standing');
    await close();
  };
}
