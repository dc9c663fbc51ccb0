import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotFound, NotPossible, type LocalDate } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import {
  CALENDAR,
  concluded,
  DRAFT,
  IDS,
  PLAN,
  planned,
  roundOn,
  TERMS,
} from '../testing/contracts.js';
import { contractDecider } from './contract.decider.js';
import type { ContractEvent } from './contract.events.js';
import type { NotDone } from './contract.values.js';
import { dayOn } from './planning.js';

const { given, ask, event } = specify(contractDecider, SUPERVISOR, ['B2']);

const ROUND = roundOn('2026-06-30');
const ID = { plan: ROUND.plan, round: ROUND.round };
const TICKET = 'HT-1-pump-20260630-1';
const past = [...concluded(), planned(ROUND)];
const open = (time = ROUND.opens) => ask('OpenMaintenance', ID, time);
const opened = (ticket = TICKET, day: LocalDate = ROUND.day) =>
  event('MaintenanceOpened', { ...IDS, ...ID, ticket, day, site: 'S-1', work: PLAN.work });
const undone = (time = ROUND.due) => ask('FindMaintenanceUndone', ID, time);
const carriedOver = event('MaintenanceCarriedOver', { ...IDS, ...ID, day: ROUND.day }, ROUND.due);
const IN_TIME = '2026-06-30T15:59:59.999Z';
const came = (what: 'done' | NotDone, at = IN_TIME, ticket = TICKET) =>
  ask('RecordMaintenance', { ...ID, ticket, at, came: what }, '2026-07-02T00:00:00.000Z');
const owed = (why: NotDone) =>
  event('MaintenanceOwed', { ...IDS, ...ID, ticket: TICKET, why, due: ROUND.due });
const done = (late: boolean, at = IN_TIME) =>
  event('MaintenanceDone', { ...IDS, ...ID, ticket: TICKET, at, late });

describe('the ticket of a round', () => {
  test('[B2] is opened when it is time, and not before', () => {
    given(...past)
      .when(open('2026-06-22T23:59:59.999Z'))
      .thenNothing();
    given(...past)
      .when(open())
      .then(opened());
  });

  test('[B2] is opened once, also when the worker that asked was killed, and a week late', () => {
    const aWeekLate = '2026-07-07T00:00:00.000Z';
    given(...past)
      .when(open(aWeekLate))
      .then(opened());
    for (const since of [[opened()], [opened(), done(false)], [opened(), carriedOver]])
      given(...past, ...since)
        .when(open(aWeekLate))
        .thenNothing();
  });

  test('[B2] is not opened once the contract is over, though somebody asks', () => {
    const over = event('ContractTerminated', { ...IDS, on: '2026-06-29', reason: '拆除' });
    given(...past, over)
      .when(open())
      .thenNothing();
    const onTheDay = event('ContractTerminated', { ...IDS, on: '2026-06-30', reason: '拆除' });
    given(...past, onTheDay)
      .when(open())
      .then(opened());
  });

  test('[B2] is not opened for what is no longer agreed on', () => {
    const terms = { ...TERMS, maintenance: [] };
    const without = { ...IDS, from: '2026-06-01', terms, by: '孙建平', reason: '设备拆除' };
    given(...past, event('ContractAmended', without))
      .when(open())
      .thenNothing();
    given(...concluded())
      .when(open())
      .thenNothing();
  });
});

describe('what was not done by its day', () => {
  const finding = event('FindingRecorded', {
    ...{ finding: 1, article: 'B2', code: 'maintenance-late' },
    ...ID,
  });

  test('[B2] is carried over and found, once', () => {
    given(...past, opened())
      .when(undone(IN_TIME))
      .thenNothing();
    given(...past, opened())
      .when(undone())
      .then(carriedOver, finding);
    given(...past, opened(), carriedOver, finding)
      .when(undone('2026-07-09T00:00:00.000Z'))
      .thenNothing();
    given(...past, opened(), done(false))
      .when(undone())
      .thenNothing();
  });

  test('[B2] is found too where its ticket was cancelled, or was never opened', () => {
    for (const since of [[opened(), owed('cancelled')], []])
      given(...past, ...since)
        .when(undone())
        .then(carriedOver, finding);
  });

  test('[B2] is not owed where the contract was over before', () => {
    const over = event('ContractTerminated', { ...IDS, on: '2026-06-29', reason: '拆除' });
    given(...past, over)
      .when(undone())
      .thenNothing();
  });

  test('[B2] and was done in time after all, as is told late, is found no more', () => {
    const late = { ...finding, occurredAt: ROUND.due };
    const withdrawn = event('FindingWithdrawn', {
      ...{ finding: 1, article: 'B2' },
      disprovedBy: { type: 'MaintenanceDone', occurredAt: '2026-07-02T00:00:00.000Z' },
    });
    given(...past, opened(), carriedOver, late)
      .when(came('done'))
      .then(done(false), { ...withdrawn, articles: ['B2', 'R13'] });
    given(...past, opened(), carriedOver, late)
      .when(came('done', ROUND.due))
      .then(done(true, ROUND.due));
  });
});

describe('what became of the ticket', () => {
  test('[B2] the work is the maintenance, however often it is told', () => {
    given(...past, opened())
      .when(came('done'))
      .then(done(false));
    given(...past, opened(), done(false))
      .when(came('done'))
      .thenNothing();
  });

  test.each<[NotDone]>([['cancelled'], ['no-access'], ['declined']])(
    '[B2] a ticket that was %s leaves the maintenance owed, and not done',
    (why) => {
      given(...past, opened())
        .when(came(why))
        .then(owed(why));
      given(...past, opened(), owed(why))
        .when(came(why))
        .thenNothing();
      expect(fold(contractDecider, [...past, opened(), owed(why)])).toMatchObject({
        rounds: [{ status: 'owed' }],
      });
    },
  );

  test('[B2] a ticket that is reopened takes back that it was done', () => {
    given(...past, opened(), done(false))
      .when(came('reopened'))
      .then(owed('reopened'));
    given(...past, opened())
      .when(came('reopened'))
      .thenNothing();
    const again = [...past, opened(), done(false), owed('reopened')];
    given(...again)
      .when(came('done'))
      .then(done(false));
    given(...again)
      .when(open())
      .thenNothing();
  });

  test('[B2] an earlier ticket of the round says nothing any more', () => {
    const second = opened('HT-1-pump-20260630-2');
    given(...past, opened(), owed('cancelled'), second)
      .when(came('done'))
      .thenNothing();
  });
});

describe('moving', () => {
  const NOW = '2026-06-20T01:00:00.000Z';
  const move = (day: string, round = ID.round) =>
    ask('MoveMaintenance', { plan: ID.plan, round, day, reason: '客户盘点' }, NOW);
  const moved = (day: string) => {
    const to = { ...dayOn(PLAN, day), was: ROUND.day, reason: '客户盘点' };
    return event('MaintenanceMoved', { ...IDS, ...ID, ...to });
  };

  test('[B2] puts a round on another day, weekends and holidays too, where both agree', () => {
    given(...past)
      .when(move('2026-10-01'))
      .then(moved('2026-10-01'));
    given(...past, moved('2026-10-01'))
      .when(open())
      .thenNothing();
    given(...past, moved('2026-10-01'))
      .when(open('2026-09-24T00:00:00.000Z'))
      .then(opened(TICKET, '2026-10-01'));
    given(...past, moved('2026-10-01'))
      .when(undone())
      .thenNothing();
  });

  test('[B2] opens no second ticket while one is open, and another where that ended without the maintenance', () => {
    const later = '2026-07-15T00:00:00.000Z';
    given(...past, opened(), moved('2026-07-20'))
      .when(open(later))
      .thenNothing();
    given(...past, opened(), owed('no-access'), moved('2026-07-20'))
      .when(open(later))
      .then(opened('HT-1-pump-20260630-2', '2026-07-20'));
  });

  test('[B2] what is owed from the term is made up for after its end', () => {
    const over = event('ContractEnded', { ...IDS, on: DRAFT.until });
    given(...past, opened(), owed('no-access'), over, moved('2027-01-20'))
      .when(open('2027-01-13T00:00:00.000Z'))
      .then(opened('HT-1-pump-20260630-2', '2027-01-20'));
  });

  test('[B2] is refused for what is done, what has passed and what there is not', () => {
    given(...past, opened(), done(false))
      .when(move('2026-07-20'))
      .thenThrows(NotPossible, 'maintenance-done');
    given(...past)
      .when(move('2026-06-19'))
      .thenThrows(Invalid, 'day-has-passed');
    given(...past)
      .when(move('2026-07-20', '2026-06-29'))
      .thenThrows(NotFound, 'unknown-round');
    given(...past)
      .when(move(ROUND.day))
      .thenNothing();
  });
});

describe('planning', () => {
  const rules = (...dates: string[]) => [{ plan: 'pump', since: DRAFT.from, dates }];
  const plan = (dates: string[], calendar = CALENDAR, time = '2026-01-01T00:00:00.000Z') =>
    ask('PlanMaintenance', {}, time, { known: { rules: rules(...dates), calendar } });
  const says = (
    rounds: readonly ReturnType<typeof roundOn>[],
    more: Partial<Extract<ContractEvent, { type: 'MaintenancePlanned' }>['data']> = {},
  ) => event('MaintenancePlanned', { ...IDS, since: DRAFT.from, rounds, dropped: [], ...more });

  test('[B2] gives each round its day by the published calendar, once', () => {
    const dates = ['2026-03-31', '2026-06-30', '2026-10-01'];
    const rounds = [
      roundOn('2026-03-31'),
      roundOn('2026-06-30'),
      roundOn('2026-10-01', '2026-10-08'),
    ];
    given(...concluded())
      .when(plan(dates))
      .then(says(rounds));
    given(...concluded(), says(rounds))
      .when(plan(dates))
      .thenNothing();
  });

  test('[B2] waits for a year that is not published, and goes on from there', () => {
    const until = { until: '2027-12-31' };
    const first = says([roundOn('2026-06-30')], { awaits: '2027' });
    given(...concluded(TERMS, until))
      .when(plan(['2026-06-30']))
      .then(first);
    given(...concluded(TERMS, until), first)
      .when(plan(['2026-06-30']))
      .thenNothing();
    const both = new Map([...CALENDAR, ['2027', { ...CALENDAR.get('2026')!, holidays: [] }]]);
    given(...concluded(TERMS, until), first)
      .when(plan(['2026-06-30', '2027-06-30'], both))
      .then(says([roundOn('2027-06-30')]));
    given(...concluded())
      .when(plan([], new Map()))
      .then(says([], { awaits: '2026' }));
  });

  test('[B2] goes on waiting for the next year where one brings no round', () => {
    const until = { until: '2028-12-31' };
    const first = says([roundOn('2026-06-30')], { awaits: '2027' });
    const both = new Map([...CALENDAR, ['2027', CALENDAR.get('2026')!]]);
    given(...concluded(TERMS, until), first)
      .when(plan(['2026-06-30'], both))
      .then(says([], { awaits: '2028' }));
  });

  test('[B2] begins when the contract is known, and leaves nothing out from then on', () => {
    const since = '2026-05-01';
    given(...concluded())
      .when(plan(['2026-06-30'], CALENDAR, '2026-05-01T02:00:00.000Z'))
      .then(says([roundOn('2026-06-30')], { since }));
  });

  test('[B2] a later edition of the calendar moves no round that has its day', () => {
    const worked = new Map([['2026', { ...CALENDAR.get('2026')!, holidays: [] }]]);
    given(...concluded(), says([roundOn('2026-10-01', '2026-10-08')]))
      .when(plan(['2026-10-01'], worked))
      .thenNothing();
  });

  test('[B2] drops what is no longer agreed on, but for what was opened', () => {
    const known = [roundOn('2026-06-30'), roundOn('2026-09-30')];
    const over = event('ContractTerminated', { ...IDS, on: '2026-06-29', reason: '拆除' });
    const dropped = (...dates: string[]) => dates.map((round) => ({ plan: 'pump', round }));
    given(...concluded(), says(known), over)
      .when(plan([]))
      .then(says([], { dropped: dropped('2026-06-30', '2026-09-30') }));
    given(...concluded(), says(known), opened(), over)
      .when(plan([]))
      .then(says([], { dropped: dropped('2026-09-30') }));
  });

  test('[B2] says nothing of a draft', () => {
    given(event('ContractDrafted', { ...DRAFT, terms: TERMS }))
      .when(plan(['2026-06-30']))
      .thenNothing();
  });

  test('[B2] says nothing where there is no plan', () => {
    given(...concluded({ ...TERMS, maintenance: [] }))
      .when(ask('PlanMaintenance', {}, '09:00', { known: { rules: [], calendar: new Map() } }))
      .thenNothing();
  });
});
