import { test } from '@jest/globals';
import { NotPossible } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import {
  clauseOf,
  decided,
  inRepair,
  known,
  laterOf,
  openedCase,
  proposed,
  report,
  step,
  working,
} from '../../testing/cases.js';
import { judgedBy } from '../case/judged-by.js';
import { document2 } from '../edition/document-2.js';
import { CORRECTED } from '../evaluation/consequences.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingCommand } from '../standing.commands.js';
import type { CaseOpened, StandingEvent } from '../standing.events.js';

const given = specification(standingDecider);
const PROCESS = { id: 'process:propose-a-share-when-extra-income-is-handed-over', role: 'process' };
const ask = commandOf<StandingCommand>(PROCESS);
const WHOLE = { before: 0, weight: 1, of: 1 };
const NONE = { before: 0, weight: 0, of: 1 };
const facts = { facts: '…', happenedAt: at('09:00'), matter: 'T-1/1' };
const brought = (income: string, more: { costs?: string; portion?: typeof WHOLE } = {}) =>
  ask(
    'ProposeShare',
    {
      ...{ employee: 'he-ying', year: '2026' },
      ...{ ...facts, income, costs: '100.00', portion: WHOLE, ...more },
    },
    '10:00',
    { known: { ...inRepair, ...working } },
  );
type Said = Partial<CaseOpened['data']>;
const file = (number: number, income: string, more: Said = {}) =>
  openedCase(
    number,
    'D30.extra-service',
    { ...facts, ...{ income, costs: '100.00', portion: WHOLE }, ...more },
    { by: PROCESS, time: '10:00' },
  );
const proposes = (opened: CaseOpened, more: { hearingUntil?: string } = {}) => ({
  ...proposed(opened, ['income-share'], more, PROCESS),
  occurredAt: at('10:00'),
});
const dropped = (opened: CaseOpened) =>
  laterOf(opened, PROCESS, '10:00')('CaseDropped', { case: opened.data.case, corrected: true });
const paid = (opened: CaseOpened, amount: string) =>
  laterOf(opened)('SharePaid', { case: opened.data.case, amount });

const first = file(1, '600.00');
const waiting = [first, proposes(first)];
const act = [...waiting, decided(first, ['income-share'], { share: '100.00' })];
const HEARD = { hearingUntil: at('00:00', 4) };

test('[D30] what extra service brought proposes the share of whoever earned it, once', () => {
  given()
    .when(brought('600.00'))
    .then(...waiting);
  given(...waiting)
    .when(brought('600.00'))
    .thenNothing();
  given(...act)
    .when(brought('600.00'))
    .thenNothing();
});

test('[D30] where nothing is left of it, nothing is proposed', () => {
  given().when(brought('100.00')).thenNothing();
  given().when(brought('100.02')).thenNothing();
  given()
    .when(brought('600.00', { portion: NONE }))
    .thenNothing();
});

test('[D30] what changes before anybody decides takes the place of what was proposed', () => {
  const second = file(2, '500.00');
  given(...waiting)
    .when(brought('500.00'))
    .then(dropped(first), second, proposes(second));
  given(...waiting)
    .when(brought('0.00'))
    .then(dropped(first));
  const dearer = file(2, '600.00', { costs: '200.00' });
  given(...waiting)
    .when(brought('600.00', { costs: '200.00' }))
    .then(dropped(first), dearer, proposes(dearer));
});

test('[D30] what was decided is replaced by a case that names it; whoever loses by it is heard', () => {
  const more = file(2, '700.00', { replaces: 1 });
  given(...act)
    .when(brought('700.00'))
    .then(more, proposes(more));
  const less = file(2, '500.00', { replaces: 1 });
  given(...act)
    .when(brought('500.00'))
    .then(less, proposes(less, HEARD));
});

const takenBack = (number: number): CaseOpened => {
  const none = file(number, '0.00', { replaces: 1, clause: CORRECTED.clause });
  const clause = { ...clauseOf('D30.extra-service'), ...CORRECTED };
  return { ...none, data: { ...none.data, judgedBy: judgedBy('2026.1', document2, clause) } };
};

test('[D30] where nothing is left of what was decided, taking it back is proposed', () => {
  const back = takenBack(2);
  given(...act)
    .when(brought('0.00'))
    .then(back, { ...proposes(back, HEARD), data: { case: 2, measures: [], ...HEARD } });
});

test('[D30] as it was again before the correction was decided, the act stands', () => {
  const second = file(2, '500.00', { replaces: 1 });
  given(...act, second, proposes(second, HEARD))
    .when(brought('600.00'))
    .then(dropped(second));
});

test('[D30] only what is more than was paid before is paid, and it is paid once', () => {
  const second = file(2, '700.00', { replaces: 1 });
  const past: StandingEvent[] = [...act, paid(first, '100.00'), second, proposes(second)];
  const decide = step('DecideAct', { case: 2 }, { by: MANAGER, time: '11:00' });
  const data = { share: '120.00', paidBefore: '100.00', appealUntil: at('00:00', 15) };
  const next = {
    ...decided(second, ['income-share'], data, MANAGER),
    occurredAt: at('11:00'),
  };
  const revoked = laterOf(first, MANAGER, '11:00')('ActRevoked', { case: 1, replacedBy: 2 });
  given(...past)
    .when(decide)
    .then(next, revoked);
  const pay = step('PayShare', { case: 2 }, { time: '12:00' });
  const rest = { ...paid(second, '20.00'), occurredAt: at('12:00') };
  given(...past, next, revoked)
    .when(pay)
    .then(rest);
  given(...past, next, revoked, rest)
    .when(pay)
    .thenRefusedUnder('D30', 'share-paid');
});

test('[D30] what was paid before is not paid again where it is less now', () => {
  const second = file(2, '500.00', { replaces: 1 });
  const next = decided(second, ['income-share'], { share: '80.00', paidBefore: '100.00' });
  const revoked = laterOf(first)('ActRevoked', { case: 1, replacedBy: 2 });
  given(...act, paid(first, '100.00'), second, next, revoked)
    .when(step('PayShare', { case: 2 }, { time: '12:00' }))
    .thenThrows(NotPossible, 'share-paid-before');
});

test('[D30] one income makes one share, whoever tells of it first', () => {
  const told = { matter: 'T-1/1', income: '600.00', costs: '0.00' };
  const byHand = openedCase(1, 'D30.extra-service', { ...told, happenedAt: at('08:00') });
  given(byHand).when(brought('600.00')).thenRefusedUnder('D30', 'same-facts-twice');
  given(...act)
    .when(
      report('D30.extra-service', {
        ...told,
        evidence: ['e'.repeat(64)],
        happenedAt: at('08:30'),
      }),
    )
    .thenRefusedUnder('D30', 'same-facts-twice');
});

test('[D30] [D4] it is for repair staff alone', () => {
  given()
    .when({ ...brought('600.00'), known: { ...known, ...working } })
    .thenRefusedUnder('D4', 'article-of-other-department');
});
