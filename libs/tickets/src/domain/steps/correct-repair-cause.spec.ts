import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { Forbidden, NotPossible } from '@app/kernel';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketDetail } from '../../read-models/ticket-detail/ticket-detail.projection.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  event,
  givenFor,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { RepairCause } from '../ticket/ticket.values.js';
import { correctRepairCause } from './correct-repair-cause.js';

const given = givenFor(correctRepairCause);
const reason = '电压正常，是压缩机';
const correct = (cause: RepairCause, by?: typeof WANG_FANG) =>
  command('CorrectRepairCause', { visit: 1, cause, reason }, '11:40', by && { by });
const corrected = (cause: RepairCause, before: RepairCause) =>
  event('RepairCauseCorrected', { visit: 1, repairedAt: at('10:30'), cause, before, reason });
const external = [
  ...site.working,
  site.externalCause(),
  site.explained('cause'),
  past.repaired({ cause: 'external' }),
];
const withdrawn = [
  ...external,
  site.causeWithdrawn(),
  past.found(1, 'V17', 'external-cause-not-recorded'),
];
const disproved = event('FindingWithdrawn', {
  finding: 1,
  article: 'V17',
  disprovedBy: { type: 'RepairCauseCorrected', occurredAt: at('11:40') },
});

test('[V17] after the cause was withdrawn, the repair names another, and what was found of it is not', () => {
  given(...withdrawn)
    .when(correct('company-product'))
    .then(corrected('company-product', 'external'), disproved);
  const [visit] = ticketAfter(...withdrawn, corrected('company-product', 'external')).visits;
  expect(visit).toMatchObject({ repair: { cause: 'company-product', restored: true } });
});

test('[V27] who has left owes an apology then for the company’s product, and none any more for another’s', () => {
  given(...withdrawn, past.left())
    .when(correct('company-product'))
    .then(
      corrected('company-product', 'external'),
      disproved,
      past.found(2, 'V27', 'apology-not-made'),
    );
  const ours = [...site.working, past.repaired(), past.left()];
  given(...ours, { ...past.found(1, 'V27', 'apology-not-made'), occurredAt: at('11:00') })
    .when(correct('no-fault'))
    .then(corrected('no-fault', 'company-product'), {
      ...disproved,
      data: { ...disproved.data, article: 'V27' },
      articles: ['V27', 'R13'],
    });
});

test('[V17] a cause of others is named only where it is recorded', () => {
  given(...site.working, past.repaired())
    .when(correct('external'))
    .thenRefusedUnder('V17', 'external-cause-not-recorded');
  given(...site.working, site.externalCause(), past.repaired())
    .when(correct('external'))
    .then(corrected('external', 'company-product'));
});

test('[V22] the record says another cause, is signed anew, and paper that was complete is put in order anew', () => {
  const completed = [...withdrawn, site.signed(), past.left('11:20'), past.visitCompleted('11:30')];
  const history = [...completed, corrected('company-product', 'external')];
  expect(ticketAfter(...history).visits[0]).toMatchObject({ status: 'left', signed: false });
  const { detail } = rowsOf(ticketDetail, recorded('ticket-T', history)).get('T')!;
  expect(detail.visits[0]!.progress).toBe('left');
});

test('nothing is corrected that says so already, was never repaired, or is another’s', () => {
  given(...external)
    .when(correct('external'))
    .thenThrows(NotPossible, 'nothing-corrected');
  given(...site.working)
    .when(correct('external'))
    .thenThrows(NotPossible, 'nothing-repaired');
  given(...external)
    .when(correct('company-product', WANG_FANG))
    .thenThrows(Forbidden, 'not-your-visit');
});

test('[B2] whether there was a fault is not corrected where another visit was repaired at', () => {
  const second = [
    past.left('11:00'),
    past.scheduled({ visit: 2 }, '11:05'),
    past.arrived('11:10', 2),
    past.repaired({ visit: 2 }, '11:30'),
  ];
  given(...external, ...second)
    .when(correct('no-fault'))
    .thenThrows(NotPossible, 'another-visit-repaired');
  given(...withdrawn, ...second)
    .when(correct('company-product'))
    .then(
      corrected('company-product', 'external'),
      disproved,
      past.found(2, 'V27', 'apology-not-made'),
    );
});

test('[R10] of a closed ticket nothing is corrected', () => {
  given(...external, past.left(), past.visitCompleted(), past.resolved(), past.closed())
    .when({ ...correct('company-product'), occurredAt: at('17:00') })
    .thenRefusedUnder('R10');
});
