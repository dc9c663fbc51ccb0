import { NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { command, event, givenFor, inBatch, ticketAfter } from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';

const given = givenFor(ticketDecider.decide);
const visit = 1;
const complete = command('CompleteVisit', { visit }, '11:10');
const completed = event('VisitCompleted', { visit, openFindings: [] });

/** The record is signed, and then something turns up. */
const seenLate = [
  ...site.working,
  site.explained('cause'),
  past.repaired({ cause: 'no-fault' }),
  site.signed('10:45'),
  site.tampered('10:46'),
];
const discrepancySigned = event(
  'DiscrepancyAcknowledged',
  { visit, signature: site.SIGNATURE },
  '10:47',
);

test('[V13] [V22] what turns up after the signature is signed for itself, and the record anew', () => {
  given(...seenLate, past.left())
    .when(complete)
    .thenRefusedUnder('V13', 'discrepancy-unanswered');
  given(...seenLate, discrepancySigned, past.left())
    .when(complete)
    .thenRefusedUnder('V22', 'record-unsigned');
  given(...seenLate, discrepancySigned, site.signed('10:48'), past.left())
    .when(complete)
    .then(completed);
});

test('[V13] [V22] a customer who signs no more has refused, and the record says so', () => {
  const refused = event(
    'SignatureRefused',
    { visit, reason: '不认可', record: site.EMPTY_RECORD },
    '10:48',
  );
  given(...seenLate, refused, past.left())
    .when(complete)
    .then(completed);
  given(...seenLate, refused, site.tampered('10:49'), past.left())
    .when(complete)
    .thenRefusedUnder('V13', 'discrepancy-unanswered');
});

test('[V13] the discrepancy alone is not signed with the record', () => {
  given(...seenLate, site.signed('10:48'), past.left())
    .when(complete)
    .thenRefusedUnder('V13', 'discrepancy-unanswered');
});

test('[V13] it can be signed when the technician has left, until the paper is complete', () => {
  const sign = command('AcknowledgeDiscrepancy', { visit, signature: site.SIGNATURE }, '11:05');
  given(...site.working, site.tampered(), past.left())
    .when(sign)
    .then(event('DiscrepancyAcknowledged', { visit, signature: site.SIGNATURE }));
  given(...site.working, site.tampered(), past.left(), site.signed(), past.visitCompleted('11:00'))
    .when(sign)
    .thenThrows(NotPossible, 'visit-completed');
});

test('[V13] [R10] a ticket that ended for want of a signature asks for it no more', () => {
  given(...seenLate, site.signed('10:48'), past.left(), past.resolved('11:02', 'not-signed'))
    .when(complete)
    .then(completed);
});

test('[V13] where nobody worked, nothing waits for the signature', () => {
  given(...site.onSite, site.tampered(), past.left())
    .when(complete)
    .then(completed);
});

/** The paper of a visit without a discrepancy is complete. */
const completedVisit = [
  ...site.working,
  site.explained('cause'),
  past.repaired({ cause: 'no-fault' }),
  site.signed('10:45'),
  past.left(),
  past.visitCompleted(),
];
const tellOf = (time: string) =>
  inBatch(command('InspectIntegrity', { ...site.tampered().data, photos: [] }, time));
const codes = (time: string) =>
  given(...completedVisit)
    .when(tellOf(time))
    .events()
    .flatMap(({ data }) => ('code' in data ? [data.code] : []));

test('[V13] [V22] a discrepancy told when the paper was complete is found, and asks for the paper anew', () => {
  const told = given(...completedVisit)
    .when(tellOf('10:50'))
    .events();
  expect(codes('10:50')).toEqual(['discrepancy-unanswered', 'discrepancy-not-explained']);
  const after = ticketAfter(...completedVisit, ...told);
  expect(after.visits[0]).toMatchObject({ status: 'left', signed: false });
  given(...completedVisit, ...told)
    .when(command('CompleteVisit', { visit }, '20:10'))
    .thenRefusedUnder('V13', 'discrepancy-unanswered');
});

test('[V13] that work did not wait for its signature is found, and disproved by one that is told later', () => {
  expect(codes('10:00')).toEqual(['discrepancy-unacknowledged', 'discrepancy-not-explained']);
  const told = given(...completedVisit)
    .when(tellOf('10:00'))
    .events();
  const signature = { ...site.SIGNATURE, signedAt: told[0]!.occurredAt };
  const withdrawn = given(...completedVisit, ...told)
    .when(inBatch(command('AcknowledgeDiscrepancy', { visit, signature }, '10:05')))
    .events()
    .filter(({ type }) => type === 'FindingWithdrawn');
  expect(withdrawn).toHaveLength(1);
});
