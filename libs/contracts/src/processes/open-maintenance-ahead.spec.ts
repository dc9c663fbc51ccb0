import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { Instant } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { ContractEvent } from '../domain/contract.events.js';
import { dayOn } from '../domain/planning.js';
import { concluded, DRAFT, IDS, PLAN, roundOn, TERMS } from '../testing/contracts.js';
import { openMaintenanceAhead } from './open-maintenance-ahead.js';

const { given } = processOf(openMaintenanceAhead);
const event = eventOf<ContractEvent>(SUPERVISOR);
const of = (...events: readonly ContractEvent[]) => recorded('contract-HT-1', events);

const ROUND = roundOn('2026-06-30');
const ID = { plan: 'pump', round: '2026-06-30' };
const NOW = '2026-01-01T00:00:00.000Z';
const toContract = (type: string, data: object = {}) => ({
  category: 'contract',
  id: 'HT-1',
  type,
  data,
});
const plan = toContract('PlanMaintenance');
const open = (at: Instant) => ({
  deadline: 'pump-2026-06-30-open',
  at,
  send: toContract('OpenMaintenance', ID),
});
const undone = (at: Instant) => ({
  deadline: 'pump-2026-06-30-due',
  at,
  send: toContract('FindMaintenanceUndone', ID),
});
const withdrawn = [{ withdraw: 'pump-2026-06-30-open' }, { withdraw: 'pump-2026-06-30-due' }];
const planned = (more: object = {}, at = NOW) =>
  event(
    'MaintenancePlanned',
    { ...IDS, since: DRAFT.from, rounds: [ROUND], dropped: [], ...more },
    at,
  );

test('[B2] whatever is agreed on is planned', () => {
  const terms = { ...{ terms: TERMS, by: '孙建平' } };
  const agreed = [
    concluded().at(-1)!,
    event('ContractAmended', { ...IDS, ...terms, from: '2026-07-01', reason: '改约' }),
    event('ContractRenewed', { ...IDS, ...terms, from: '2027-01-01', until: '2027-12-31' }),
    event('ContractTerminated', { ...IDS, on: '2026-06-30', reason: '拆除' }),
    event('ContractEnded', { ...IDS, on: '2026-06-30' }),
  ];
  given(...of(...agreed)).thenCommands(plan, plan, plan, plan, plan);
});

test('[B2] a round opens its ticket ahead of its day, at once where that time has passed', () => {
  const none = { withdraw: 'plan' };
  given(...of(planned())).thenCommands(open(ROUND.opens), undone(ROUND.due), none);
  const late = '2026-06-29T00:00:00.000Z';
  given(...of(planned({}, late))).thenCommands(open(late), undone(ROUND.due), none);
});

test('[B2] the rest is planned as soon as its year is published, and what is dropped opens nothing', () => {
  given(...of(planned({ rounds: [], dropped: [ID], awaits: '2027' }))).thenCommands(...withdrawn, {
    deadline: 'plan',
    at: { after: NOW, published: '2027' },
    send: plan,
  });
});

test('[B2] a round that is moved opens ahead of its new day', () => {
  const to = dayOn(PLAN, '2026-07-20');
  const moved = { ...IDS, ...ID, ...to, was: ROUND.day, reason: '盘点' };
  given(...of(event('MaintenanceMoved', moved, NOW))).thenCommands(open(to.opens), undone(to.due));
});

test('[B2] the ticket is opened under its own number, and watched until it is done', () => {
  const ticket = 'HT-1-pump-20260630-1';
  const at = { ...ID, ticket };
  const opened = { ...IDS, ...at, day: ROUND.day, site: 'S-1', work: PLAN.work };
  given(...of(event('MaintenanceOpened', opened))).thenCommands({
    category: 'ticket',
    id: ticket,
    type: 'OpenTicket',
    data: {
      ...{ ticket, source: 'periodic-maintenance', fault: PLAN.work },
      ...{ customer: 'C-1', site: 'S-1', agreement: 'HT-1' },
    },
  });
  const done = event('MaintenanceDone', { ...IDS, ...at, at: NOW, late: false });
  given(...of(done)).thenCommands(...withdrawn);
  const owed = event('MaintenanceOwed', { ...IDS, ...at, why: 'reopened', due: ROUND.due });
  given(...of(owed)).thenCommands(undone(ROUND.due));
});
