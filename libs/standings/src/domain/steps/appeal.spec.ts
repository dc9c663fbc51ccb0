import { describe, test } from '@jest/globals';
import { Invalid, NotPossible, type Actor } from '@app/kernel';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import {
  act,
  decided,
  EMPLOYEE,
  laterOf,
  openedCase,
  OTHER_SUPERVISOR,
  proposed,
  step,
  THE_EMPLOYEE,
  verified,
} from '../../testing/cases.js';
import type { Measure } from '../edition/clause.js';
import type { DecideAppeal } from '../standing.commands.js';
import type { CaseOpened } from '../standing.events.js';
import { standingDecider } from '../standing.decider.js';

const given = specification(standingDecider);
const reason = '申诉成立';
const grounds = '并未顶撞';
const filed = (file: CaseOpened) =>
  laterOf(file, THE_EMPLOYEE, '09:50')('AppealFiled', { case: file.data.case, grounds });
const decide = (
  verdict: 'revoke' | 'reduce' | 'reject',
  more: Partial<DecideAppeal['data']> = {},
  beside: object = {},
) => step('DecideAppeal', { case: 1, verdict, reason, ...more }, { by: MANAGER, beside });
const file = openedCase(1, 'D26.talks-back');
const past = act(1, 'D26.talks-back');

describe('filing', () => {
  const appeal = (time = at('10:00'), by = THE_EMPLOYEE) =>
    step('FileAppeal', { case: 1, grounds }, { by, time });

  test('[R2] the employee appeals within the term, and nobody in their place', () => {
    given(...past)
      .when(appeal())
      .then(filed(file));
    given(...past)
      .when(appeal('2026-03-16T15:59:59.999Z'))
      .then(filed(file));
    given(...past)
      .when(appeal(at('00:00', 15)))
      .thenRefusedUnder('R2', 'appeal-too-late');
    given(...past)
      .when(appeal(at('10:00'), SUPERVISOR))
      .thenRefusedUnder('R2', 'appeal-of-another');
  });

  test('[R2] no colleague learns from a refusal how a case stands, or whether there is one', () => {
    for (const before of [[], past.slice(0, 1), past])
      given(...before)
        .when(appeal(at('10:00'), { id: 'li-wei', role: 'technician' }))
        .thenRefusedUnder('R2', 'appeal-of-another');
  });

  const paper = { cameInOn: '2026-03-10', file: 'e'.repeat(64) };
  const onPaper = (by: Actor, said: Partial<typeof paper> = {}) => ({
    ...step(
      'FileAppeal',
      { case: 1, grounds, paper: { ...paper, ...said } },
      { by, time: '2026-05-01T01:00:00.000Z' },
    ),
  });
  const uninvolved = { id: 'ma-li', role: 'hotline' };

  test('[R2] what came in on paper within the term the office enters, with its day', () => {
    const entered = laterOf(file, uninvolved)('AppealFiled', { case: 1, grounds, paper });
    given(...past)
      .when(onPaper(uninvolved))
      .then(entered);
    // The last day of the term, and the first after it.
    const last = { cameInOn: '2026-03-16' };
    given(...past)
      .when(onPaper(uninvolved, last))
      .then({ ...entered, data: { ...entered.data, paper: { ...paper, ...last } } });
    given(...past)
      .when(onPaper(uninvolved, { cameInOn: '2026-03-17' }))
      .thenRefusedUnder('R2', 'appeal-too-late');
    for (const [cameInOn, code] of [
      ['2026-05-02', 'not-yet'],
      ['2026-03-01', 'appeal-before-decision'],
    ] as const)
      given(...past)
        .when(onPaper(uninvolved, { cameInOn }))
        .thenThrows(Invalid, code);
  });

  test('[R2] nobody enters it without the paper, nor who took part, nor who is of no office', () => {
    given(...past)
      .when(appeal(at('10:00'), uninvolved))
      .thenThrows(Invalid, 'appeal-without-paper');
    for (const by of [SUPERVISOR, { id: 'li-wei', role: 'technician' }])
      given(...past)
        .when(onPaper(by))
        .thenRefusedUnder('R2', 'appeal-of-another');
    given(...past)
      .when(onPaper(THE_EMPLOYEE))
      .thenThrows(Invalid, 'own-appeal-on-paper');
  });

  test('[R2] what comes after the term is too late, whenever it is said to have been written', () => {
    const receivedAt = '2026-05-01T01:00:00.000Z';
    given(...past)
      .when({ ...appeal(), receivedAt })
      .thenRefusedUnder('R2', 'appeal-too-late');
  });

  test('[R2] once', () => {
    const rejected = laterOf(file, MANAGER)('AppealRejected', { case: 1, reason });
    given(...past, filed(file), rejected)
      .when(appeal())
      .thenThrows(NotPossible, 'appeal-decided');
  });
});

describe('deciding', () => {
  test('an appeal is rejected, or the act is revoked', () => {
    given(...past, filed(file))
      .when(decide('reject'))
      .then(laterOf(file)('AppealRejected', { case: 1, reason }));
    given(...past, filed(file))
      .when(decide('revoke'))
      .then(laterOf(file)('ActRevoked', { case: 1, reason }));
  });

  test.each([
    ['reported', openedCase(1, 'D26.talks-back', {}, { by: MANAGER }), SUPERVISOR, SUPERVISOR],
    ['proposed', file, MANAGER, SUPERVISOR],
    ['decided', file, SUPERVISOR, MANAGER],
  ])('[R2] who %s it decides on the written opinion of somebody else', (_, opened, by, decider) => {
    const events = [
      opened,
      proposed(opened, undefined, undefined, by),
      decided(opened, undefined, undefined, decider),
      filed(opened),
    ];
    given(...events)
      .when(decide('revoke'))
      .thenRefusedUnder('R2', 'appeal-against-own-decision');
    for (const opinionBy of [MANAGER.id, EMPLOYEE, opened.actor.id])
      given(...events)
        .when(decide('revoke', { opinionBy }))
        .thenRefusedUnder('R2', 'appeal-against-own-decision');
    const opinionBy = OTHER_SUPERVISOR.id;
    const on = { opinionBy, opinion: 'e'.repeat(64) };
    const leading = { opinionLeads: true };
    given(...events)
      .when(decide('revoke', on))
      .thenRefusedUnder('R2', 'opinion-of-no-superior');
    given(...events)
      .when(decide('revoke', { opinionBy }, leading))
      .thenThrows(Invalid, 'opinion-without-paper');
    given(...events)
      .when(decide('revoke', on, leading))
      .then(laterOf(file)('ActRevoked', { case: 1, reason, ...on }));
  });

  test('[R2] who took part in what happened, or took down the statement, gives no opinion', () => {
    const opened = openedCase(1, 'D26.talks-back', { together: ['wu-di'] });
    const taken = laterOf(opened, { id: 'ma-li', role: 'supervisor' })('EmployeeHeard', {
      case: 1,
      statement: '…',
      evidence: ['e'.repeat(64)],
    });
    const events = [
      opened,
      proposed(opened),
      taken,
      decided(opened, undefined, undefined, MANAGER),
      filed(opened),
    ];
    for (const opinionBy of ['wu-di', 'ma-li'])
      given(...events)
        .when(decide('revoke', { opinionBy, opinion: 'e'.repeat(64) }, { opinionLeads: true }))
        .thenRefusedUnder('R2', 'appeal-against-own-decision');
  });

  test.each([
    ['D16', 'D16.embezzlement'],
    ['D17', 'D17.collusion'],
    ['D18', 'D18.competing'],
    ['D33', 'D33.collusion'],
  ])('[%s] under %s it stands or is revoked', (article, name) => {
    const absolute = openedCase(1, name);
    const events = [absolute, verified(absolute), proposed(absolute), decided(absolute)];
    given(...events, filed(absolute))
      .when(decide('reduce', { measures: ['transfer'] }))
      .thenRefusedUnder(article, 'absolute-act');
    given(...events, filed(absolute))
      .when(decide('revoke'))
      .then(laterOf(absolute)('ActRevoked', { case: 1, reason }));
  });

  test.each([
    ['D19', 'D19.three-months', 'transfer', 0],
    ['D34', 'D34.three-months', 'transfer', 0],
    ['D23', 'D23.discord', 'major-demerit', -9],
  ] as const)('[%s] under %s dismissal is reduced to %s', (article, name, less, points) => {
    const open = openedCase(1, name);
    const at2 = (measures: readonly Measure[]) => [
      open,
      verified(open),
      proposed(open, measures),
      decided(open, measures),
      filed(open),
    ];
    const other = open.data.department === 'sales' ? 'repair' : 'sales';
    const to = { department: other, from: '2026-03-02' } as const;
    const ordered = laterOf(open)('TransferOrdered', { case: 1, ...to });
    given(...at2(['dismissal']))
      .when(decide('reduce', { measures: [less], transfer: to }))
      .then(
        laterOf(open)('ActReduced', { case: 1, reason, measures: [less], points }),
        ...(less === 'transfer' ? [ordered] : []),
      );
    given(...at2(['dismissal']))
      .when(decide('reduce', { measures: ['demerit'] }))
      .thenRefusedUnder(article, 'not-a-reduction');
    given(...at2([less]))
      .when(decide('reduce', { measures: [less] }))
      .thenRefusedUnder(article, 'not-a-reduction');
    given(...at2([less]))
      .when(decide('reduce', { measures: ['dismissal'] }))
      .thenRefusedUnder(article, 'not-a-reduction');
  });
});
