import { Forbidden, Invalid, NotFound, NotPossible, type Actor } from '@app/kernel';
import { expect, test } from '@jest/globals';
import {
  given,
  ladderAfter,
  LI_WEI,
  MANAGER,
  past,
  review,
  SUPERVISOR,
  use,
  WANG_FANG,
} from '../testing/ladder.builders.js';

const unsecured = past(use());
const upheld = { finding: 1, verdict: 'upheld' } as const;
const articles = ['V5', 'R13'];

test('[R13] a supervisor upholds a finding, with or without a remark', () => {
  given(...unsecured)
    .when(review(upheld))
    .then({ type: 'FindingUpheld', data: { finding: 1, article: 'V5' }, articles });
  given(...unsecured)
    .when(review({ ...upheld, reason: ' 第二次 ' }))
    .then({
      type: 'FindingUpheld',
      data: { finding: 1, article: 'V5', remark: '第二次' },
      articles,
    });
});

test('[R13] a supervisor excuses a finding with a reason', () => {
  given(...unsecured)
    .when(review({ finding: 1, verdict: 'excused', reason: '地面平整' }))
    .then({
      type: 'FindingExcused',
      data: { finding: 1, article: 'V5', reason: '地面平整' },
      articles,
    });
});

test('an excuse without a reason is none', () => {
  for (const reason of [{}, { reason: '  ' }]) {
    given(...unsecured)
      .when(review({ finding: 1, verdict: 'excused', ...reason }))
      .thenThrows(Invalid, 'excuse-without-reason');
  }
});

test('a finding is reviewed once', () => {
  given(...past(use(), review({ finding: 1, verdict: 'excused', reason: '地面平整' })))
    .when(review(upheld))
    .thenThrows(NotPossible, 'finding-already-reviewed');
  given(...past(use(), review(upheld)))
    .when(review(upheld))
    .thenThrows(NotPossible, 'finding-already-reviewed');
});

test('a review of one finding leaves the others open', () => {
  const two = past(use(), use(WANG_FANG, { employee: WANG_FANG.id }), review(upheld));
  expect(ladderAfter(two).findings.map(({ status }) => status)).toEqual(['upheld', 'open']);
});

test('a finding is not reviewed before it was made', () => {
  given(...unsecured)
    .when(review(upheld, SUPERVISOR, '2026-03-02T00:59:59.000Z'))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('[R13] nobody reviews a finding about themself, also not through another', () => {
  const reported = past(use(WANG_FANG));
  for (const by of [LI_WEI, { ...SUPERVISOR, onBehalfOf: LI_WEI.id }]) {
    given(...reported)
      .when(review(upheld, by))
      .thenThrows(Forbidden, 'own-finding');
  }
});

test('[R13] nobody reviews a finding that came of their own step or report, made by themself or in their place', () => {
  const byHerself = SUPERVISOR;
  const forAnother = { ...SUPERVISOR, onBehalfOf: LI_WEI.id };
  const inHerPlace: Actor = { ...WANG_FANG, onBehalfOf: SUPERVISOR.id };
  for (const cause of [byHerself, forAnother, inHerPlace]) {
    const history = given(...past(use(cause)));
    history.when(review(upheld)).thenThrows(Forbidden, 'finding-of-own-step');
    history
      .when(review(upheld, { ...MANAGER, onBehalfOf: SUPERVISOR.id }))
      .thenThrows(Forbidden, 'finding-of-own-step');
    history
      .when(review(upheld, MANAGER))
      .then({ type: 'FindingUpheld', data: { finding: 1, article: 'V5' }, articles });
  }
  given(...past(use(inHerPlace)))
    .when(review(upheld, { ...WANG_FANG, role: 'supervisor' }))
    .thenThrows(Forbidden, 'finding-of-own-step');
});

test('[R13] a user who is no employee reviews nothing, also not in an employee’s place', () => {
  const nobody = { id: 'user:boss', role: 'supervisor' };
  for (const by of [nobody, { ...nobody, onBehalfOf: SUPERVISOR.id }]) {
    given(...unsecured)
      .when(review(upheld, by))
      .thenThrows(Forbidden, 'not-an-employee');
  }
});

test('a finding keeps whose step it came of', () => {
  const both = past(use({ ...SUPERVISOR, onBehalfOf: LI_WEI.id }));
  expect(ladderAfter(both).findings[0]?.causedBy).toEqual(['chen-gang', 'li-wei']);
  expect(ladderAfter(unsecured).findings[0]?.causedBy).toEqual(['li-wei']);
});

test('a finding that there is not cannot be reviewed', () => {
  given(...unsecured)
    .when(review({ finding: 2, verdict: 'upheld' }))
    .thenThrows(NotFound, 'finding-not-found');
});
