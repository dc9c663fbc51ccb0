import { Forbidden, Invalid, NotFound, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import {
  given,
  ladderAfter,
  LI_WEI,
  MANAGER,
  past,
  reopen,
  review,
  SUPERVISOR,
  use,
} from '../testing/ladder.builders.js';

const upheld = { finding: 1, verdict: 'upheld' } as const;
const judged = past(use(), review(upheld));
const articles = ['V5', 'R13'];

test('[R13] on appeal the general manager reopens a verdict, and the finding waits again', () => {
  given(...judged)
    .when(reopen())
    .then({
      type: 'VerdictReopened',
      data: { finding: 1, article: 'V5', reason: '本人申诉' },
      articles,
    });
  expect(ladderAfter(past(use(), review(upheld), reopen())).findings).toMatchObject([
    { status: 'open' },
  ]);
});

test('each verdict is reopened once', () => {
  given(...past(use()))
    .when(reopen())
    .thenThrows(NotPossible, 'no-verdict');
  given(...past(use(), review(upheld), reopen()))
    .when(reopen())
    .thenThrows(NotPossible, 'no-verdict');
  const anew = past(use(), review(upheld), reopen(), review(upheld, MANAGER));
  given(...anew)
    .when(reopen())
    .then({
      type: 'VerdictReopened',
      data: { finding: 1, article: 'V5', reason: '本人申诉' } as const,
      articles,
    });
});

test('the second verdict is given by somebody else', () => {
  const reopened = past(use(), review(upheld), reopen());
  given(...reopened)
    .when(review(upheld))
    .thenThrows(Forbidden, 'own-verdict');
  given(...reopened)
    .when(review(upheld, MANAGER))
    .then({ type: 'FindingUpheld', data: { finding: 1, article: 'V5' }, articles });
});

test('no party hears the appeal, nor whoever is no employee', () => {
  const managers = past(use(MANAGER), review(upheld));
  given(...managers)
    .when(reopen())
    .thenThrows(Forbidden, 'finding-of-own-step');
  given(...past(use(LI_WEI, { employee: MANAGER.id }), review(upheld)))
    .when(reopen())
    .thenThrows(Forbidden, 'own-finding');
  given(...judged)
    .when(reopen({ id: 'login:x', role: 'general-manager' }))
    .thenThrows(Forbidden, 'not-an-employee');
});

test('there is a finding, and the appeal comes after it', () => {
  given(...judged)
    .when(reopen(MANAGER, 2))
    .thenThrows(NotFound, 'finding-not-found');
  given(...judged)
    .when({ ...reopen(), occurredAt: '2026-03-01T06:00:00.000Z' })
    .thenThrows(Invalid, 'occurred-too-early');
});

test('what was withdrawn is neither reviewed nor appealed against', () => {
  const disprovedBy = { type: 'LadderUsed', occurredAt: use().occurredAt };
  const withdrawn = {
    ...judged[0]!,
    type: 'FindingWithdrawn' as const,
    data: { finding: 1, article: 'V5' as const, disprovedBy },
  };
  for (const asked of [review(upheld, SUPERVISOR), reopen()]) {
    given(...past(use()), withdrawn)
      .when(asked)
      .thenThrows(NotPossible, 'finding-withdrawn');
  }
});
