import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import type { ContractEvent } from '../../domain/contract.events.js';
import { dayOn } from '../../domain/planning.js';
import { IDS, PLAN, planned, roundOn } from '../../testing/contracts.js';
import { maintenanceCalendarModel } from './maintenance-calendar.read-model.js';
import {
  MaintenanceHandler,
  MaintenanceQuery,
  type MaintenanceParams,
} from './maintenance-calendar.query.js';

const event = eventOf<ContractEvent>(SUPERVISOR);
const ROUNDS = ['2026-03-31', '2026-06-30', '2026-10-01', '2026-12-31'] as const;
const id = (round: string) => ({ ...IDS, plan: 'pump', round });
const opened = (round: string) => {
  const of = { day: round, site: 'S-1', work: PLAN.work };
  return event('MaintenanceOpened', { ...id(round), ticket: `T-${round}`, ...of });
};
const AT = '2026-07-02T02:00:00.000Z';

let readSide: ReadSide;

beforeAll(async () => {
  readSide = await ReadSide.start(maintenanceCalendarModel);
  const [first, second, third, last] = ROUNDS;
  const due = '2026-03-31T16:00:00.000Z';
  const moved = { ...id(third), ...dayOn(PLAN, '2026-10-12'), was: '2026-10-08', reason: '盘点' };
  await readSide.happenedIn(
    'contract-HT-1',
    planned(roundOn(first), roundOn(second), roundOn(third, '2026-10-08'), roundOn(last)),
    opened(first),
    event('MaintenanceOwed', { ...id(first), ticket: `T-${first}`, why: 'no-access', due }),
    event('MaintenanceCarriedOver', { ...id(first), day: first }),
    opened(second),
    event('MaintenanceDone', { ...id(second), ticket: `T-${second}`, at: AT, late: true }),
    event('MaintenanceMoved', moved),
    event('MaintenancePlanned', {
      ...{ ...IDS, since: '2026-01-01', rounds: [] },
      dropped: [{ plan: 'pump', round: last }],
    }),
  );
});

afterAll(() => readSide.stop());

const asked = async (params: MaintenanceParams = {}) =>
  new MaintenanceHandler(readSide.asOf, readSide.dataSource).execute(
    new MaintenanceQuery(params, await readSide.store.head()),
  );
const rounds = async (params: MaintenanceParams) =>
  (await asked(params)).items.map(({ round }) => round);

describe('the maintenance calendar', () => {
  test('[B2] shows what is planned, moved, opened, done and late, and not what was dropped', async () => {
    const { items } = await asked();
    const shown = items.map(({ round, day, status, moved, late }) =>
      [round, day, status, moved && 'moved', late && 'late'].filter(Boolean).join(' '),
    );
    expect(shown).toEqual([
      '2026-03-31 2026-03-31 owed late',
      '2026-06-30 2026-06-30 done late',
      '2026-10-01 2026-10-12 planned moved',
    ]);
    expect(items[1]).toEqual({
      id: 'HT-1:pump:2026-06-30',
      ...IDS,
      ...{ site: 'S-1', plan: 'pump', round: '2026-06-30', day: '2026-06-30' },
      ...{ opens: '2026-06-23T00:00:00.000Z', status: 'done', moved: false, late: true },
      ...{ ticket: 'T-2026-06-30', doneAt: AT },
    });
    expect(items[2]).toMatchObject({
      opens: '2026-10-05T00:00:00.000Z',
      ticket: null,
      doneAt: null,
    });
  });

  test.each<[MaintenanceParams, readonly string[]]>([
    [{ from: '2026-06-30', until: '2026-10-11' }, ['2026-06-30']],
    [{ status: ['owed', 'planned'] }, ['2026-03-31', '2026-10-01']],
    [{ late: true }, ['2026-03-31', '2026-06-30']],
    [{ late: false }, ['2026-10-01']],
    [{ customer: 'C-2' }, []],
    [{ contract: 'HT-1', until: '2026-03-31' }, ['2026-03-31']],
  ])('[B2] of %j shows %j', async (params, expected) => {
    expect(await rounds(params)).toEqual(expected);
  });

  test('[B2] comes in pages, each round once', async () => {
    const first = await asked({ limit: 2 });
    expect(await rounds({ limit: 2, after: first.next! })).toEqual(['2026-10-01']);
  });
});
