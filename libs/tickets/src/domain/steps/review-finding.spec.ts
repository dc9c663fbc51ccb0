import { Forbidden, Invalid, NotFound, NotPossible, type Actor } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import {
  command,
  DISPATCHER,
  event,
  givenFor,
  LI_WEI,
  SUPERVISOR,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import type { ReviewFinding } from '../ticket/ticket.commands.js';
import { reviewFinding } from './review-finding.js';

const given = givenFor(reviewFinding);
const late = [past.opened(), past.scheduled(), past.found(1, 'V7', 'late-arrival')];
const review = (data: ReviewFinding['data'], by = SUPERVISOR) =>
  command('ReviewFinding', data, '14:00', { by });

test('a supervisor upholds a finding, with or without a remark', () => {
  given(...late)
    .when(review({ finding: 1, verdict: 'upheld' }))
    .then(event('FindingUpheld', { finding: 1, article: 'V7' }));
  given(...late)
    .when(review({ finding: 1, verdict: 'upheld', reason: '第二次' }))
    .then(event('FindingUpheld', { finding: 1, article: 'V7', remark: '第二次' }));
});

test('[R13] a review belongs to the appraisal, and answers to the article that was broken', () => {
  const [upheld] = given(...late)
    .when(review({ finding: 1, verdict: 'upheld' }))
    .events();
  expect(upheld?.articles).toEqual(['V7', 'R13']);
});

test('a supervisor excuses a finding with a reason', () => {
  given(...late)
    .when(review({ finding: 1, verdict: 'excused', reason: '道路封闭' }))
    .then(event('FindingExcused', { finding: 1, article: 'V7', reason: '道路封闭' }));
});

test('an excuse without a reason is none', () => {
  given(...late)
    .when(review({ finding: 1, verdict: 'excused' }))
    .thenThrows(Invalid, 'excuse-without-reason');
  given(...late)
    .when(review({ finding: 1, verdict: 'excused', reason: '  ' }))
    .thenThrows(Invalid, 'excuse-without-reason');
});

test('a finding is reviewed once', () => {
  given(...late, past.excused(1, 'V7'))
    .when(review({ finding: 1, verdict: 'upheld' }))
    .thenThrows(NotPossible, 'finding-already-reviewed');
});

test('nobody reviews a finding about themself, also not through another', () => {
  given(...late)
    .when(review({ finding: 1, verdict: 'upheld' }, LI_WEI))
    .thenThrows(Forbidden, 'own-finding');
  given(...late)
    .when(review({ finding: 1, verdict: 'upheld' }, { ...SUPERVISOR, onBehalfOf: LI_WEI.id }))
    .thenThrows(Forbidden, 'own-finding');
});

test('[R13] nobody reviews a finding that came of their own step or report, made by themself or in their place', () => {
  const MANAGER = { id: 'ma-guoqiang', role: 'general-manager' };
  const upheld = { finding: 1, verdict: 'upheld' } as const;
  const caused = (by: Actor) => given(past.opened(), past.scheduled(), { ...late[2]!, actor: by });
  const byHerself = caused(SUPERVISOR);
  const forAnother = caused({ ...SUPERVISOR, onBehalfOf: LI_WEI.id });
  const inHerPlace = caused({ ...DISPATCHER, onBehalfOf: SUPERVISOR.id });
  for (const history of [byHerself, forAnother, inHerPlace]) {
    history.when(review(upheld)).thenThrows(Forbidden, 'finding-of-own-step');
    history
      .when(review(upheld, { ...MANAGER, onBehalfOf: SUPERVISOR.id }))
      .thenThrows(Forbidden, 'finding-of-own-step');
    history
      .when(review(upheld, MANAGER))
      .then(event('FindingUpheld', { finding: 1, article: 'V7' }));
  }
  inHerPlace
    .when(review(upheld, { ...DISPATCHER, role: 'supervisor' }))
    .thenThrows(Forbidden, 'finding-of-own-step');
});

test('[R13] an account that is no employee’s reviews nothing, also not in an employee’s place', () => {
  const nobody = { id: 'account:boss', role: 'supervisor' };
  for (const by of [nobody, { ...nobody, onBehalfOf: SUPERVISOR.id }]) {
    given(...late)
      .when(review({ finding: 1, verdict: 'upheld' }, by))
      .thenThrows(Forbidden, 'reviewer-is-no-employee');
  }
});

test('a finding keeps whose step it came of', () => {
  const actor = { ...SUPERVISOR, onBehalfOf: LI_WEI.id };
  const history = [past.opened(), past.scheduled(), { ...late[2]!, actor }];
  expect(ticketAfter(...history).findings[0]?.causedBy).toEqual(['chen-gang', 'li-wei']);
  expect(ticketAfter(...late).findings[0]?.causedBy).toEqual(['li-wei']);
});

test('findings of a cancelled ticket are reviewed too', () => {
  given(...late, past.cancelled())
    .when(review({ finding: 1, verdict: 'upheld' }))
    .then(event('FindingUpheld', { finding: 1, article: 'V7' }));
});

test('a finding that there is not cannot be reviewed', () => {
  given(...late)
    .when(review({ finding: 2, verdict: 'upheld' }))
    .thenThrows(NotFound, 'finding-not-found');
});
