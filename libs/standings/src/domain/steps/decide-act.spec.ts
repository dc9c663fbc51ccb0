import { describe, expect, test } from '@jest/globals';
import { fold, Forbidden, Invalid, NotFound, NotPossible } from '@app/kernel';
import { HOTLINE, LI_WEI, MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import {
  act,
  clauseOf,
  decided,
  laterOf,
  openedCase,
  OTHER_SUPERVISOR,
  proposed,
  step,
  THE_EMPLOYEE,
  verified,
} from '../../testing/cases.js';
import { standingDecider } from '../standing.decider.js';

const given = specification(standingDecider);
const manager = { by: MANAGER };
const afterHearing = { time: at('00:00', 4) };
const propose = (measures?: readonly ('transfer' | 'dismissal' | 'major-demerit' | 'demerit')[]) =>
  step('ProposeAct', { case: 1, ...(measures && { measures }) });

describe('verification', () => {
  test.each([
    ['D17', 'D17.collusion'],
    ['D18', 'D18.competing'],
    ['D20', 'D20.idle'],
    ['D21', 'D21.no-call'],
    ['D25', 'D25.no-customer-file'],
    ['D33', 'D33.collusion'],
    ['D35', 'D35.idle'],
    ['D37', 'D37.no-repair-file'],
    ['D40', 'D40.income-kept'],
  ])('[%s] nothing follows under %s before it is verified', (article, name) => {
    const file = openedCase(1, name);
    given(file).when(propose()).thenRefusedUnder(article, 'not-verified');
    given(file, verified(file)).when(propose()).then(proposed(file));
  });

  test('[D23] nothing follows from sowing discord before it is verified', () => {
    const file = openedCase(1, 'D23.discord');
    given(file).when(propose()).thenRefusedUnder('D23', 'not-verified');
  });

  test('[D26] what needs no verification is proposed at once', () => {
    const file = openedCase(1, 'D26.talks-back');
    given(file).when(propose()).then(proposed(file));
  });

  test('[D21] a case is verified by an employee who did not report it', () => {
    const file = openedCase(1, 'D21.no-call');
    const verify = (by = OTHER_SUPERVISOR) =>
      step('VerifyCase', { case: 1, result: '属实' }, { by });
    given(file).when(verify()).then(verified(file));
    given(openedCase(1, 'D21.no-call', {}, { by: OTHER_SUPERVISOR }))
      .when(verify())
      .thenRefusedUnder('R2', 'own-report');
    given(openedCase(1, 'D21.no-call', { reporter: OTHER_SUPERVISOR.id }))
      .when(verify())
      .thenRefusedUnder('R2', 'own-report');
    given(file)
      .when(verify({ id: 'user:7', role: 'supervisor' }))
      .thenThrows(Forbidden, 'not-an-employee');
  });

  test('a case that was found not to be so is dropped, with its reason', () => {
    const file = openedCase(1, 'D21.no-call');
    given(file)
      .when(step('DropCase', { case: 1, reason: '查无实据' }))
      .then(laterOf(file)('CaseDropped', { case: 1, reason: '查无实据' }));
  });
});

describe('what follows', () => {
  test.each([
    ['D19', 'D19.three-months'],
    ['D34', 'D34.three-months'],
  ])('[%s] under %s it is transfer or dismissal, to be chosen', (article, name) => {
    const file = openedCase(1, name);
    given(file).when(propose()).thenRefusedUnder(article, 'not-an-outcome-of-the-article');
    for (const measure of ['transfer', 'dismissal'] as const)
      given(file)
        .when(propose([measure]))
        .then(proposed(file, [measure]));
    given(file)
      .when(propose(['demerit']))
      .thenRefusedUnder(article, 'not-an-outcome-of-the-article');
    given(file)
      .when(propose(['transfer', 'dismissal']))
      .thenRefusedUnder(article, 'not-an-outcome-of-the-article');
  });

  test('[D20] absence and demerit follow together, and not one of them', () => {
    const file = openedCase(1, 'D20.idle');
    given(file, verified(file))
      .when(propose(['demerit']))
      .thenRefusedUnder('D20', 'not-an-outcome-of-the-article');
    expect(proposed(file).data.measures).toEqual(['absence', 'demerit']);
  });

  test('[D23] dismissal follows where it is said in what it is grave', () => {
    const file = openedCase(1, 'D23.discord');
    const past = [file, verified(file)];
    given(...past)
      .when(propose())
      .then(proposed(file, ['major-demerit']));
    given(...past)
      .when(propose(['dismissal']))
      .thenRefusedUnder('D23', 'gravity-not-stated');
    const gravity = '泄漏全部报价';
    given(...past)
      .when(step('ProposeAct', { case: 1, measures: ['dismissal'], gravity }))
      .then(proposed(file, ['dismissal'], { gravity, hearingUntil: at('00:00', 4) }));
  });

  test('[D16] embezzlement is referred for legal action as well', () => {
    expect(clauseOf('D16.embezzlement').outcomes).toEqual([
      { measures: ['dismissal', 'legal-action'] },
    ]);
  });

  test('[D9] a reward is decided without a hearing', () => {
    const file = openedCase(1, 'D9.adopted');
    given(file)
      .when(propose())
      .then(proposed(file, ['merit'], {}));
    given(file, proposed(file, ['merit'], {}))
      .when(step('DecideAct', { case: 1 }))
      .then(decided(file));
  });
});

describe('hearing and decision', () => {
  const file = openedCase(1, 'D26.talks-back');
  const past = [file, proposed(file)];
  const statement = '当时在讨论方案';
  const heard = laterOf(file, THE_EMPLOYEE, '09:40')('EmployeeHeard', { case: 1, statement });

  test('[R2] nothing is decided against somebody who was not heard, until the term is over', () => {
    given(...past)
      .when(step('DecideAct', { case: 1 }))
      .thenRefusedUnder('R2', 'not-heard');
    given(...past, heard)
      .when(step('DecideAct', { case: 1 }))
      .then(decided(file));
    given(...past)
      .when(step('DecideAct', { case: 1 }, { time: '2026-03-05T15:59:59.999Z' }))
      .thenRefusedUnder('R2', 'not-heard');
    given(...past)
      .when(step('DecideAct', { case: 1 }, afterHearing))
      .then(decided(file, undefined, { appealUntil: '2026-03-20T16:00:00.000Z' }));
  });

  test('[R2] proposed anew, the employee is heard anew', () => {
    given(...past, heard, proposed(file))
      .when(step('DecideAct', { case: 1 }))
      .thenRefusedUnder('R2', 'not-heard');
  });

  test('[R2] the same is not proposed again, so that nobody puts the decision off', () => {
    given(...past)
      .when(step('ProposeAct', { case: 1 }))
      .thenThrows(NotPossible, 'proposed-already');
    given(...past, heard)
      .when(step('ProposeAct', { case: 1 }, { by: OTHER_SUPERVISOR }))
      .thenThrows(NotPossible, 'proposed-already');
  });

  test('[R2] they make their statement themselves, or it is taken down from signed paper by no party', () => {
    const evidence = ['e'.repeat(64)];
    const hear = (by = THE_EMPLOYEE, more = {}) =>
      step('HearEmployee', { case: 1, statement, ...more }, { by });
    given(...past)
      .when(hear())
      .then(heard);
    given(...past)
      .when(hear(OTHER_SUPERVISOR))
      .thenThrows(Invalid, 'statement-without-paper');
    given(...past)
      .when(hear(SUPERVISOR, { evidence }))
      .thenRefusedUnder('R2', 'statement-taken-by-a-party');
    const file = openedCase(1, 'D26.talks-back');
    const taken = laterOf(file, OTHER_SUPERVISOR)('EmployeeHeard', {
      case: 1,
      statement,
      evidence,
    });
    given(...past)
      .when(hear(OTHER_SUPERVISOR, { evidence }))
      .then(taken);
    given(...past, taken)
      .when(step('DecideAct', { case: 1 }, { by: OTHER_SUPERVISOR }))
      .thenRefusedUnder('R2', 'statement-taken-by-a-party');
    given(...past, taken)
      .when(step('DecideAct', { case: 1 }))
      .then(decided(file));
    // Whatever stands of the case, and whether there is one: who asks learns nothing of it.
    for (const before of [past, [...past, heard, decided(file)], []])
      given(...before)
        .when(hear(HOTLINE, { evidence }))
        .thenThrows(Forbidden, 'judges-only');
    const own = openedCase(1, 'D26.talks-back', {}, { by: SUPERVISOR });
    given(own, proposed(own))
      .when(hear(SUPERVISOR, { evidence }))
      .thenRefusedUnder('R2', 'own-report');
    given(own, proposed(own))
      .when(hear({ ...SUPERVISOR, onBehalfOf: THE_EMPLOYEE.id }, { evidence }))
      .thenRefusedUnder('R2');
  });

  test.each([
    ['a reward that they reported of themself', 'D11.intelligence', {}, THE_EMPLOYEE],
    ['a profit by somebody’s word', 'D9.profit', { profit: '100000.00' }, HOTLINE],
    ['an income by somebody’s word', 'D30.extra-service', { income: '9.00' }, HOTLINE],
  ] as const)('[R2] %s is proposed once another has verified it', (_, name, facts, by) => {
    const file = openedCase(1, name, facts, { by });
    given(file)
      .when(step('ProposeAct', { case: 1 }))
      .thenRefusedUnder(file.data.article, 'not-confirmed');
    given(file, verified(file))
      .when(step('ProposeAct', { case: 1 }))
      .then(proposed(file, undefined, {}));
  });

  test('[R2] nobody judges their own case or report', () => {
    const inOwn = { by: { ...THE_EMPLOYEE, role: 'supervisor' } };
    for (const type of ['ProposeAct', 'DecideAct'] as const)
      given(...past, heard)
        .when(step(type, { case: 1 }, inOwn))
        .thenRefusedUnder('R2', 'own-case');
    const forThem = { by: { ...SUPERVISOR, onBehalfOf: THE_EMPLOYEE.id } };
    given(...past, heard)
      .when(step('DecideAct', { case: 1 }, forThem))
      .thenRefusedUnder('R2', 'own-case');
    const own = openedCase(1, 'D26.talks-back', {}, { by: SUPERVISOR });
    given(own, proposed(own), heard)
      .when(step('DecideAct', { case: 1 }))
      .thenRefusedUnder('R2', 'own-report');
  });

  test.each([['transfer'], ['dismissal']] as const)(
    '[D7] %s is decided by the general manager',
    (measure) => {
      const poor = openedCase(1, 'D19.three-months');
      const before = [poor, proposed(poor, [measure])];
      given(...before)
        .when(step('DecideAct', { case: 1 }, afterHearing))
        .thenRefusedUnder('D7', 'decided-by-the-general-manager');
      const transfer = { department: 'repair', from: '2026-03-06' } as const;
      const ordered = laterOf(poor)('TransferOrdered', { case: 1, ...transfer });
      given(...before)
        .when(step('DecideAct', { case: 1, transfer }, { ...manager, ...afterHearing }))
        .then(
          decided(poor, [measure], { appealUntil: '2026-03-20T16:00:00.000Z' }),
          ...(measure === 'transfer' ? [ordered] : []),
        );
    },
  );

  test('[R2] [D7] a dismissal that the general manager reported waits for a second one', () => {
    const taken = openedCase(1, 'D16.embezzlement', {}, { by: MANAGER });
    const decide = (by = MANAGER) => step('DecideAct', { case: 1 }, { by, ...afterHearing });
    given(taken, proposed(taken)).when(decide()).thenRefusedUnder('R2', 'own-report');
    given(taken, proposed(taken))
      .when(decide({ id: 'qian-li', role: 'general-manager' }))
      .then(decided(taken, undefined, { appealUntil: '2026-03-20T16:00:00.000Z' }));
  });

  test('[D7] after a dismissal there are no further acts', () => {
    const taken = openedCase(2, 'D16.embezzlement', { happenedAt: at('08:00') });
    given(...past, heard, taken, proposed(taken), decided(taken))
      .when(step('DecideAct', { case: 1 }))
      .thenRefusedUnder('D7', 'already-dismissed');
  });

  test('an act is declined for a condition that does not hold, by who could decide it', () => {
    const decline = step('DeclineAct', { case: 1, condition: '并未顶撞' });
    given(...past)
      .when(decline)
      .then(laterOf(file)('ActDeclined', { case: 1, condition: '并未顶撞' }));
    const taken = openedCase(1, 'D16.embezzlement');
    given(taken).when(decline).thenRefusedUnder('D7', 'decided-by-the-general-manager');
  });

  test('a step that does not follow changes nothing', () => {
    given(...act(1, 'D26.talks-back'))
      .when(propose())
      .thenThrows(NotPossible, 'wrong-state-of-case');
    given().when(propose()).thenThrows(NotFound, 'unknown-case');
  });
});

describe('money', () => {
  test.each([
    ['500.00', '0.00', '100.00'],
    ['600.00', '100.00', '100.00'],
    ['100.02', '0.00', '20.00'],
    ['100.03', '0.00', '20.01'],
  ])('[D30] of %s less %s the earner is paid %s, once', (income, costs, share) => {
    const file = openedCase(1, 'D30.extra-service', { income, costs });
    const act30 = decided(file, undefined, { share });
    given(file, proposed(file, undefined, {}))
      .when(step('DecideAct', { case: 1 }))
      .then(act30);
    const paid = laterOf(file)('SharePaid', { case: 1, amount: share });
    const pay = step('PayShare', { case: 1 });
    given(file, act30).when(pay).then(paid);
    given(file, act30, paid).when(pay).thenRefusedUnder('D30', 'share-paid');
    const oneself = step('PayShare', { case: 1 }, { by: { ...THE_EMPLOYEE, role: 'supervisor' } });
    given(file, act30).when(oneself).thenRefusedUnder('R2', 'own-case');
  });

  test('[D30] nothing else is paid', () => {
    given(...act(1, 'D26.talks-back'))
      .when(step('PayShare', { case: 1 }))
      .thenThrows(NotPossible, 'no-share');
  });
});

describe('[D18] the direct supervisor of a dismissed competitor', () => {
  const decide = step('DecideAct', { case: 1 }, { ...manager, ...afterHearing });
  const outcome = (
    ...[said, told]: [Parameters<typeof openedCase>[2]?, Parameters<typeof openedCase>[3]?]
  ) => {
    const file = openedCase(1, 'D18.competing', said, told);
    const [event] = standingDecider.decide(
      decide,
      fold(standingDecider, [
        file,
        verified(file),
        proposed(file, undefined, undefined, OTHER_SUPERVISOR),
      ]),
    );
    return (event!.data as { unreported?: { supervisor: string } }).unreported?.supervisor;
  };

  test('receives a demerit, knowing or not', () => {
    expect(outcome()).toBe('chen-gang');
    expect(outcome({ earlierReport: { by: LI_WEI.id, at: at('08:00') } })).toBe('chen-gang');
  });

  test('unless a report of theirs opened the case or came before it', () => {
    expect(outcome({}, { by: SUPERVISOR })).toBeUndefined();
    expect(outcome({ reporter: 'chen-gang' })).toBeUndefined();
    expect(outcome({ earlierReport: { by: 'chen-gang', at: at('08:00') } })).toBeUndefined();
  });
});
