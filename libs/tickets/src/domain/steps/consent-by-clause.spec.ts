import { expect, test } from '@jest/globals';
import { consented, entitled, inspected } from '../../testing/on-site.past.js';
import { arrived, departed, opened, scheduled, visitCancelled } from '../../testing/past.js';
import { command, event, givenFor, ticketAfter } from '../../testing/ticket.builders.js';
import { hasArrived } from '../visit/visit.state.js';
import { firstStepAtCustomers } from '../visit/first-step.js';
import { consentByClause } from './consent-by-clause.js';
import { startWork } from './start-work.js';

const given = givenFor(consentByClause);
const PROCESS = { id: 'take-consent-from-the-emergency-clause', role: 'process' };
const clause = { by: '孙建平', contract: 'HT-2026-JB', upTo: '2000.00' };
const take = (known: object = { clause }) =>
  command('ConsentByClause', {}, '08:30', { by: PROCESS, known });
const agreed = event(
  'ConsentGiven',
  { visit: 1, by: '孙建平', clause: { contract: 'HT-2026-JB', upTo: '2000.00' } },
  '08:30',
  PROCESS,
);
const emergency = [opened({ emergency: true }), scheduled()];

test('[V11] [B3] in an emergency the contract’s clause consents, named with the contract and up to which charge', () => {
  const events = given(...emergency)
    .when(take())
    .events();
  expect(events).toMatchObject([{ ...agreed, articles: ['V11', 'B3'] }]);
});

test('[V11] it is taken down once, and nobody who agreed themself is replaced', () => {
  given(...emergency, agreed)
    .when(take())
    .thenNothing();
  const byPhone = {
    ...agreed,
    data: {
      ...{ visit: 1, by: '孙丽' },
      phone: { number: '138', relationship: '业主', calledAt: agreed.occurredAt },
    },
  };
  given(...emergency, byPhone)
    .when(take())
    .thenNothing();
});

test('[V11] [B3] not where there is no clause, no emergency, nobody on their way, or somebody who can ask', () => {
  given(...emergency)
    .when(take({}))
    .thenNothing();
  given(opened(), scheduled()).when(take()).thenNothing();
  given(...emergency, visitCancelled())
    .when(take())
    .thenNothing();
  given(...emergency, departed(), arrived())
    .when(take())
    .thenNothing();
});

test('[V11] [B3] work starts by it, without a word of the customer’s', () => {
  const start = command('StartWork', { visit: 1 }, '09:50');
  const begun = (...ahead: (typeof agreed)[]) =>
    givenFor(startWork)(
      ...emergency,
      ...ahead,
      departed(),
      arrived(),
      entitled(),
      inspected(),
    ).when(start);
  begun(agreed).then(event('WorkStarted', { visit: 1 }));
  begun().thenRefusedUnder('V11', 'work-before-consent');
  begun(consented()).then(event('WorkStarted', { visit: 1 }));
});

test('[V8] it is no step at the customer’s that the greeting comes after', () => {
  const visit = ticketAfter(...emergency, agreed, departed(), arrived()).visits.find(hasArrived)!;
  expect(firstStepAtCustomers(visit)).toBeUndefined();
  expect(visit).toMatchObject({ agreedAhead: true });
});
