import { specification } from '@app/kernel/src/testing/specification.js';
import { test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { at, command, DISPATCHER, event, SUPERVISOR } from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';

const given = specification(ticketDecider);
const shownBy = { type: 'StayEnded', occurredAt: at('09:15'), stream: 'diary-li-wei-2026-03-02' };
const came = [past.opened(), past.scheduled(), past.departed(), past.arrived('09:30')];
const inTwoPlaces = (finding = 1) =>
  event(
    'FindingRecorded',
    { finding, article: 'R10', code: 'in-two-places', visit: 1, person: 'li-wei' },
    '09:30',
  );
const withdrawn = (finding = 1, time = '18:00') =>
  event('FindingWithdrawn', { finding, article: 'R10', disprovedBy: shownBy }, time);
const judge = (elsewhere: boolean, time = '18:00') =>
  command('JudgeWhereabouts', { technician: 'li-wei', date: '2026-03-02', shownBy }, time, {
    known: { whereabouts: [{ visit: 1, at: at('09:30'), elsewhere }] },
  });

test('[R10] withdraws that somebody was in two places, as another ticket tells when they had left', () => {
  given(...came, inTwoPlaces())
    .when(judge(false))
    .then(withdrawn());
});

test('[R10] withdraws it although it was upheld', () => {
  const upheld = event('FindingUpheld', { finding: 1, article: 'R10' }, '12:00', SUPERVISOR);
  given(...came, inTwoPlaces(), upheld)
    .when(judge(false))
    .then(withdrawn());
});

test('[R10] finds as of when they came that they were elsewhere, as another ticket tells it late', () => {
  given(...came)
    .when(judge(true))
    .then(inTwoPlaces());
});

test('[R10] finds it anew where it had been withdrawn', () => {
  given(...came, inTwoPlaces(), withdrawn())
    .when(judge(true, '19:00'))
    .then(inTwoPlaces(2));
});

test('[R10] looked at twice, changes nothing', () => {
  given(...came, inTwoPlaces())
    .when(judge(true))
    .thenNothing();
  given(...came, inTwoPlaces(), withdrawn())
    .when(judge(false, '19:00'))
    .thenNothing();
  given(...came)
    .when(judge(false))
    .thenNothing();
});

test('[R10] what is found of one arrival stands, whatever is shown of another', () => {
  const again = event(
    'FindingRecorded',
    { finding: 1, article: 'R10', code: 'in-two-places', visit: 1, person: 'li-wei' },
    '10:00',
  );
  given(...came, again)
    .when(judge(false))
    .thenNothing();
});

test('[R10] a closed ticket on which it is found is resolved again, until that is reviewed', () => {
  given(...came, past.left(), past.visitCompleted(), past.resolved(), past.closed('16:00'))
    .when(judge(true))
    .then(inTwoPlaces(), event('ClosingUndone', { findings: [1] }, '18:00', DISPATCHER));
});
