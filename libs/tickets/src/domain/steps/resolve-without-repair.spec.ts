import { Forbidden, Invalid } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as onSite from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  command,
  DISPATCHER,
  event,
  givenFor,
  LI_WEI,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import type { ResolveTicket } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { collectCharge } from './collect-charge.js';
import { completeVisit } from './complete-visit.js';
import { logLabour } from './log-labour.js';
import { resolveTicket } from './resolve-ticket.js';

const given = givenFor(resolveTicket);
const resolve = (more: Omit<ResolveTicket['data'], 'summary'>, by = DISPATCHER) =>
  command('ResolveTicket', { summary: '客户的话', ...more }, '15:00', { by });
const resolved = (more: Partial<Extract<TicketEvent, { type: 'TicketResolved' }>['data']>) =>
  event('TicketResolved', {
    summary: '客户的话',
    outcome: 'declined',
    givenUp: [],
    openFindings: [],
    ...more,
  });

/** The customer called it off in the middle of the work. */
const brokenOff = [...onSite.working, past.left()];

test('[R10] a customer who declines after the work began ends the ticket', () => {
  given(...brokenOff)
    .when(resolve({ outcome: 'declined' }))
    .then(resolved({}));
});

test('[R10] what cannot be repaired is scrapped or replaced with the agreement of the customer', () => {
  given(...brokenOff)
    .when(resolve({ outcome: 'unrepairable', disposal: 'scrapped' }))
    .thenRefusedUnder('R10', 'unrepairable-without-agreement');
  given(...brokenOff)
    .when(resolve({ outcome: 'unrepairable', agreedBy: '孙丽' }))
    .thenRefusedUnder('R10', 'unrepairable-without-agreement');
  given(...brokenOff)
    .when(resolve({ outcome: 'unrepairable', agreedBy: '孙丽', disposal: 'scrapped' }))
    .then(resolved({ outcome: 'unrepairable', agreedBy: '孙丽', disposal: 'scrapped' }));
});

test('[R10] a product in custody that is scrapped with agreement is not returned', () => {
  const taken = [...onSite.onSite, past.productTakenIn(), past.left()];
  given(...taken)
    .when(resolve({ outcome: 'unrepairable', agreedBy: '孙丽', disposal: 'replaced' }))
    .then(
      resolved({
        outcome: 'unrepairable',
        agreedBy: '孙丽',
        disposal: 'replaced',
        givenUp: ['AC-778'],
      }),
    );
  expect(ticketAfter(...taken, resolved({ givenUp: ['AC-778'] })).custody).toEqual([]);
});

test('only what cannot be repaired is scrapped', () => {
  given(...brokenOff)
    .when(resolve({ outcome: 'declined', disposal: 'scrapped' }))
    .thenThrows(Invalid, 'only-of-unrepairable');
});

const unsigned = [...onSite.onSite, onSite.tampered(), past.left()];

test('[R10] a discrepancy or a quote that nobody signs ends the ticket', () => {
  given(...unsigned)
    .when(resolve({ outcome: 'not-signed' }))
    .then(resolved({ outcome: 'not-signed' }));
  given(...onSite.onSite, onSite.entitled(onSite.CHARGEABLE), past.left())
    .when(resolve({ outcome: 'not-signed' }))
    .then(resolved({ outcome: 'not-signed' }));
  given(...onSite.onSite, onSite.tampered(), onSite.discrepancySigned(), past.left())
    .when(resolve({ outcome: 'not-signed' }))
    .thenRefusedUnder('R10', 'nothing-unsigned');
});

test('[V11] the service is refused to somebody who has come, and before work began', () => {
  given(past.opened())
    .when(resolve({ outcome: 'refused-service' }))
    .thenRefusedUnder('V11', 'service-not-refused');
  given(...brokenOff)
    .when(resolve({ outcome: 'refused-service' }))
    .thenRefusedUnder('V11', 'service-not-refused');
  given(...onSite.onSite, past.left())
    .when(resolve({ outcome: 'refused-service' }))
    .then(resolved({ outcome: 'refused-service' }));
});

const absentOnce = [...onSite.onSite, past.customerAbsent()];
const secondVisit = [
  past.scheduled({ visit: 2, window: span('14:00', '15:00') }),
  past.departed('13:40', 2),
  past.arrived('14:10', 2),
];

test('[R10] two locked doors in a row let the office end the ticket', () => {
  const noAccess = resolve({ outcome: 'no-access' });
  given(...absentOnce)
    .when(noAccess)
    .thenRefusedUnder('R10', 'not-absent-twice');
  given(...absentOnce, ...secondVisit, past.left('14:20', 2))
    .when(noAccess)
    .thenRefusedUnder('R10', 'not-absent-twice');
  given(...absentOnce, ...secondVisit, past.customerAbsent('14:30', 2))
    .when(noAccess)
    .then(resolved({ outcome: 'no-access' }));
  given(...absentOnce, ...secondVisit, past.customerAbsent('14:30', 2))
    .when(resolve({ outcome: 'no-access' }, { id: 'li-wei', role: 'technician' }))
    .thenThrows(Forbidden, 'office-decides');
});

test('absences before a reopening count no more', () => {
  const again = [past.resolved('14:40', 'no-access'), past.reopened('14:50')];
  given(...absentOnce, ...secondVisit, past.customerAbsent('14:30', 2), ...again)
    .when(resolve({ outcome: 'no-access' }))
    .thenRefusedUnder('R10', 'not-absent-twice');
});

test('before a locked door nobody was met, so that advice may still solve it', () => {
  given(...absentOnce)
    .when(resolve({}))
    .then(resolved({ outcome: 'restored' }));
});

test('[R10] a later visit that finds the fault again takes back that it was restored', () => {
  const repairedOnce = [...onSite.working, past.repaired(), past.left()];
  given(
    ...repairedOnce,
    ...secondVisit,
    past.workStarted('14:20', 2),
    past.repaired({ visit: 2, restored: false }, '14:40'),
    past.left('14:50', 2),
  )
    .when(resolve({}))
    .thenRefusedUnder('R10', 'service-not-restored');
});

test('a repair that is told late takes nothing back', () => {
  const late = past.repaired({ restored: false }, '10:00');
  expect(ticketAfter(...onSite.working, past.repaired(), late).restored).toBe(true);
});

const declined = [...brokenOff, past.resolved('15:00', 'declined')];

test('[V22] what was done before the end is written down after it, without a signature that nobody gives', () => {
  const tampered = [...onSite.working, onSite.tampered(), past.left()];
  const labour = command(
    'LogLabour',
    { visit: 1, workType: '检修', span: span('09:50', '10:30') },
    '16:00',
    {
      known: { logged: [] },
    },
  );
  givenFor(logLabour)(...tampered)
    .when(labour)
    .thenRefusedUnder('V13');
  givenFor(logLabour)(...tampered, past.resolved('15:00', 'not-signed'))
    .when(labour)
    .then(
      event('LabourLogged', {
        visit: 1,
        entry: 1,
        technician: 'li-wei',
        workType: '检修',
        span: span('09:50', '10:30'),
        hours: '0.67',
      }),
    );
});

const chargeable = [
  ...onSite.onSite,
  onSite.entitled(onSite.CHARGEABLE),
  onSite.consented(),
  onSite.inspected(),
  onSite.quoteSigned(),
  past.workStarted(),
  past.left(),
  onSite.signatureRefused(),
];

test('[V23] of a signed quote nothing is owed where nothing was done', () => {
  const complete = command('CompleteVisit', { visit: 1 }, '16:00');
  const end = past.resolved('15:00', 'declined');
  const owing = [
    event('FindingRecorded', {
      finding: 1,
      article: 'V23',
      code: 'charge-not-collected',
      visit: 1,
      person: LI_WEI.id,
    }),
    event('VisitCompleted', { visit: 1, openFindings: [1], owed: '180.00' }),
  ];
  for (const over of [[], [end]]) {
    givenFor(completeVisit)(...chargeable, ...over)
      .when(complete)
      .then(event('VisitCompleted', { visit: 1, openFindings: [] }));
  }
  givenFor(completeVisit)(
    ...chargeable.slice(0, -1),
    onSite.labourLogged('09:50', '10:20'),
    onSite.signatureRefused(),
    end,
  )
    .when(complete)
    .then(...owing);
});

test('[V23] where nothing was done nothing is charged', () => {
  const collect = command('CollectCharge', { visit: 1, amount: '80.00', method: 'cash' }, '16:00');
  const end = past.resolved('15:00', 'declined');
  givenFor(collectCharge)(...chargeable, end)
    .when(collect)
    .thenRefusedUnder('V23', 'nothing-done-to-charge');
  givenFor(collectCharge)(...chargeable, onSite.labourLogged('09:50', '10:20'), end)
    .when(collect)
    .then(
      event('ChargeCollected', {
        visit: 1,
        amount: '80.00',
        method: 'cash',
        collectedBy: 'li-wei',
      }),
    );
});

test('[R10] a reopened ticket has no outcome any more', () => {
  expect(ticketAfter(...declined).outcome).toBe('declined');
  expect(ticketAfter(...declined, past.reopened()).outcome).toBeUndefined();
});
