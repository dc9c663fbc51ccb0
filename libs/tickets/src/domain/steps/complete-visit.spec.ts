import { Invalid, NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { completeVisit } from './complete-visit.js';

const given = givenFor(completeVisit);
const complete = command('CompleteVisit', { visit: 1 }, '11:10');
const completed = (...openFindings: number[]) =>
  event('VisitCompleted', { visit: 1, openFindings });
const charged = [...site.working, site.externalCause(), site.labourLogged('09:50', '10:20')];

test('[V22] a visit with work done is completed when the record is signed', () => {
  given(...site.working, site.signed(), past.left())
    .when(complete)
    .then(completed());
});

test('[V22] a visit with work done is completed when the refusal is noted', () => {
  given(...site.working, site.signatureRefused(), past.left())
    .when(complete)
    .then(completed());
});

test('[V22] refuses work done without signature or refusal', () => {
  given(...site.working, past.left())
    .when(complete)
    .thenRefusedUnder('V22', 'record-unsigned');
});

test('[V22] a visit without work needs no signature', () => {
  given(...site.onSite, past.left())
    .when(complete)
    .then(completed());
});

test.each([
  ['180.00', []],
  ['179.00', [site.collected('1.00'), site.receiptIssued('1.00')]],
  ['80.00', [site.collected('60.00'), site.receiptIssued('60.00'), site.waived('40.00')]],
])('[V23] what is not paid stays owed, and is found: %s', (owed, paid) => {
  given(...charged, site.quoteSigned(), site.signed(), ...paid, past.left())
    .when(complete)
    .then(
      past.found(1, 'V23', 'charge-not-collected'),
      event('VisitCompleted', { visit: 1, openFindings: [1], owed }),
    );
});

test('[V23] what a supervisor waived is not owed', () => {
  given(...charged, site.quoteSigned(), site.signed(), site.waived(), past.left())
    .when(complete)
    .then(completed());
});

test('[V23] refuses a charge without a receipt', () => {
  given(...charged, site.quoteSigned(), site.signed(), site.collected(), past.left())
    .when(complete)
    .thenRefusedUnder('V23', 'charge-without-receipt');
});

test('[V23] refuses a receipt that does not cover all that was collected', () => {
  const paid = [
    site.quoteSigned('200.00'),
    site.collected(),
    site.receiptIssued(),
    site.collected('20.00'),
  ];
  given(...charged, ...paid, site.signed(), past.left())
    .when(complete)
    .thenRefusedUnder('V23', 'charge-without-receipt');
  given(...charged, ...paid, site.receiptIssued('20.00'), site.signed(), past.left())
    .when(complete)
    .then(completed());
});

test('[V23] a chargeable visit is completed when paid and receipted, or when nothing is due', () => {
  given(
    ...charged,
    site.quoteSigned(),
    site.signed(),
    site.collected(),
    site.receiptIssued(),
    past.left(),
  )
    .when(complete)
    .then(completed());
  given(...charged, site.quoteSigned('0.00'), site.signed(), past.left())
    .when(complete)
    .then(completed());
});

test('[V23] a customer who agreed to no charge owes none', () => {
  given(...charged, site.signatureRefused(), past.left())
    .when(complete)
    .then(completed());
});

test('[V27] a cause that shows in the workshop asks for an apology too', () => {
  const workshop = [...site.working, site.explained('cause'), past.productTakenIn(), past.left()];
  given(...workshop, past.repaired({}, '10:55'), site.signed('10:56'))
    .when(complete)
    .then(past.found(1, 'V27', 'apology-not-made'), completed(1));
  given(...workshop, past.repaired({}, '10:55'), site.signed('10:56'), site.apologised())
    .when(complete)
    .then(completed());
});

test('[R10] it lists the findings of the visit that nobody has judged', () => {
  given(
    ...site.working,
    past.found(1, 'V7', 'late-arrival'),
    past.found(2, 'V8', 'not-introduced'),
    past.found(3, 'V6', 'fault-not-analysed', { visit: 2 }),
    past.excused(1, 'V7'),
    site.signed(),
    past.left(),
  )
    .when(complete)
    .then(completed(2));
});

test('a visit is completed after leaving, once', () => {
  given(...site.working, site.signed())
    .when(complete)
    .thenThrows(NotPossible, 'visit-working');
  given(...site.working, site.signed(), past.left('11:30'))
    .when(complete)
    .thenThrows(Invalid, 'occurred-too-early');
  given(...site.working, site.signed(), past.left(), past.visitCompleted())
    .when(complete)
    .thenThrows(NotPossible, 'visit-completed');
});

test('[V14] [V18] what the workshop found is explained before the paper is complete', () => {
  const workshop = [
    ...site.onSite,
    site.entitled(),
    site.consented(),
    site.inspected(),
    past.productTakenIn(),
    past.left(),
    past.workStarted('11:02'),
    past.repaired({}, '11:05'),
    site.signed('11:06'),
    past.productReturned('11:07'),
    site.apologised(),
  ];
  given(...workshop)
    .when(complete)
    .then(
      past.found(1, 'V14', 'cause-not-explained'),
      past.found(2, 'V14', 'advice-not-given'),
      completed(1, 2),
    );
  given(...workshop, site.explained('cause', false, '11:08'))
    .when(complete)
    .then(completed());
});
