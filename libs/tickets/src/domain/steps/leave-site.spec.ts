import { NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { command, event, givenFor, LI_WEI } from '../../testing/ticket.builders.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { leaveSite } from './leave-site.js';

const given = givenFor(leaveSite);
const leave = command('LeaveSite', { visit: 1 }, '11:00');
const gone = event('TechnicianLeft', { visit: 1 });

/** Everything done as the policy asks, but for what is named. */
const without = (...types: readonly TicketEvent['type'][]) =>
  [
    ...site.working,
    site.greeted(),
    site.faultDescribed(),
    site.explained('cause'),
    past.repaired(),
    site.cleaned(),
    site.signed(),
    site.copyHandedOver(),
    site.cardLeft(),
    site.farewell(),
    site.apologised(),
  ].filter(({ type }) => !types.includes(type));

test('who has done everything leaves without a finding', () => {
  given(...without())
    .when(leave)
    .then(gone);
});

test.each([
  ['V8', 'CustomerGreeted', 'customer-not-greeted'],
  ['V11', 'FaultDescribed', 'fault-not-asked-about'],
  ['V21', 'SiteCleaned', 'site-not-cleaned'],
  ['V24', 'CustomerCopyHandedOver', 'customer-copy-missing'],
  ['V25', 'CardLeft', 'card-not-left'],
  ['V26', 'FarewellMade', 'farewell-not-made'],
  ['V27', 'ApologyMade', 'apology-not-made'],
] as const)('[%s] without %s it is found: %s', (article, undone, code) => {
  given(...without(undone))
    .when(leave)
    .then(gone, past.found(1, article, code));
});

test.each([
  ['responsible-persons-not-asked', { responsiblePersonsAsked: false }],
  ['customer-not-content', { customerContent: false }],
])('[V26] a farewell that leaves something out is found: %s', (code, lacking) => {
  given(...without(), site.farewell(lacking))
    .when(leave)
    .then(gone, past.found(1, 'V26', code));
  given(...without(), site.farewell(lacking), site.farewell())
    .when(leave)
    .then(gone);
});

test('[V26] in a home nobody else may be responsible, and nobody else is asked', () => {
  given(...without(), site.farewell({ responsiblePersonsAsked: false, nobodyElse: true }))
    .when(leave)
    .then(gone);
});

test('[V14] a discrepancy that nobody explained is found', () => {
  const noticed = [...without(), site.tampered(), site.discrepancySigned()];
  given(...noticed)
    .when(leave)
    .then(gone, past.found(1, 'V14', 'discrepancy-not-explained'));
  given(...noticed, site.explained('discrepancy'))
    .when(leave)
    .then(gone);
});

test('[V14] a fee that nobody explained is found, and one that was only waved off', () => {
  const charged = [...without(), site.entitled(site.CHARGEABLE), site.quoteSigned()];
  given(...charged)
    .when(leave)
    .then(gone, past.found(1, 'V14', 'fee-not-explained'));
  given(...charged, site.explained('fee', true))
    .when(leave)
    .then(gone, past.found(1, 'V14', 'fee-not-explained'));
  given(...charged, site.explained('fee'))
    .when(leave)
    .then(gone);
});

test('[V17] an external cause and its fee are explained to the customer', () => {
  const external = [...without(), site.externalCause(), site.quoteSigned()];
  given(...external.filter(({ type }) => type !== 'ExplanationGiven'))
    .when(leave)
    .then(
      gone,
      past.found(1, 'V14', 'fee-not-explained'),
      past.found(2, 'V14', 'advice-not-given'),
      past.found(3, 'V17', 'external-cause-not-explained'),
    );
  given(...external, site.explained('fee'), site.explained('cause', false, '09:55'))
    .when(leave)
    .then(gone);
});

test('[V14] every repair owes the customer what the fault came of, and advice', () => {
  const silent = without('ExplanationGiven');
  const nothing = [
    past.found(1, 'V14', 'cause-not-explained'),
    past.found(2, 'V14', 'advice-not-given'),
  ];
  given(...silent)
    .when(leave)
    .then(gone, ...nothing);
  given(...silent, site.explained('usage'))
    .when(leave)
    .then(gone, past.found(1, 'V14', 'cause-not-explained'));
  given(...silent, site.explainedWithoutAdvice('cause'))
    .when(leave)
    .then(gone, past.found(1, 'V14', 'advice-not-given'));
  given(...silent, site.explained('cause', true))
    .when(leave)
    .then(gone, ...nothing);
});

test('[V14] nothing was repaired, and no cause of it is owed', () => {
  given(...without('ExplanationGiven', 'RepairCompleted'))
    .when(leave)
    .then(gone);
});

test.each(['external', 'no-fault'] as const)(
  '[V27] no apology is due where the cause was %s',
  (cause) => {
    given(...without('RepairCompleted', 'ApologyMade'), past.repaired({ cause }))
      .when(leave)
      .then(gone);
  },
);

test('[V21] where nobody worked there is nothing to clean', () => {
  given(...site.onSite, site.greeted(), site.copyHandedOver(), site.cardLeft(), site.farewell())
    .when(leave)
    .then(gone);
});

test('who has done nothing leaves with a finding for each, numbered on', () => {
  const decided = given(...site.working, past.found(1, 'V7', 'late-arrival'))
    .when(leave)
    .events();
  expect(decided.slice(1).map(({ data }) => data)).toMatchObject([
    { finding: 2, article: 'V8', visit: 1, person: LI_WEI.id },
    { finding: 3, article: 'V11' },
    { finding: 4, article: 'V21' },
    { finding: 5, article: 'V24' },
    { finding: 6, article: 'V25' },
    { finding: 7, article: 'V26' },
  ]);
});

test('[R10] leaving is a fact, while work is broken off too', () => {
  given(...without(), site.suspended())
    .when(leave)
    .then(gone);
});

test('who is not there does not leave', () => {
  given(...site.onSite, past.left())
    .when(leave)
    .thenThrows(NotPossible, 'visit-left');
  given(past.opened(), past.scheduled(), past.departed())
    .when(leave)
    .thenThrows(NotPossible, 'visit-departed');
});

test('[V14] whoever paid was owed the explanation, though the service is free after all', () => {
  const [, ...found] = given(...site.working, site.collected(), site.entitled())
    .when(leave)
    .events();
  expect(found.map(({ data }) => ('code' in data ? data.code : ''))).toContain('fee-not-explained');
});
