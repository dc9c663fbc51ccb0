import { test } from '@jest/globals';
import { at } from '@app/kernel/src/testing/instants.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import {
  clauseOf,
  decided,
  laterOf,
  openedCase,
  proposed,
  step,
  verified,
} from '../../testing/cases.js';
import { CORRECTED } from '../evaluation/consequences.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingCommand } from '../standing.commands.js';

const given = specification(standingDecider);
const PROCESS = { id: 'process:open-case-when-money-is-kept', role: 'process' };
const ask = commandOf<StandingCommand>(PROCESS);
const of = { matter: 'T-1/1', happenedAt: at('09:00') };
const withdraw = (happenedAt = at('09:00')) =>
  ask(
    'WithdrawCase',
    { employee: 'he-ying', year: '2026', article: 'D40', matter: 'T-1/1', happenedAt },
    '10:00',
  );

const file = openedCase(1, 'D40.income-kept', of);
const act = [file, verified(file), proposed(file), decided(file)];
const dropped = laterOf(file, PROCESS, '10:00')('CaseDropped', { case: 1, corrected: true });
const clause = { ...clauseOf('D40.income-kept'), ...CORRECTED };
const corrects = { ...of, clause: CORRECTED.clause, replaces: 1 };
const back = {
  ...openedCase(2, 'D40.income-kept', corrects),
  occurredAt: at('10:00'),
  actor: PROCESS,
};
const asked = {
  ...back,
  data: { ...back.data, judgedBy: { ...back.data.judgedBy, clause } },
};
const proposes = { ...proposed(asked, [], {}, PROCESS), occurredAt: at('10:00') };

test('[D40] a case whose demand was withdrawn is dropped while nobody has decided', () => {
  given(file).when(withdraw()).then(dropped);
  given(file, verified(file), proposed(file)).when(withdraw()).then(dropped);
  given(file, dropped).when(withdraw()).thenNothing();
});

test('[D40] of an act that was decided taking back is proposed, once, and to whoever decides acts', () => {
  given(...act)
    .when(withdraw())
    .then(asked, proposes);
  given(...act, asked, proposes)
    .when(withdraw())
    .thenNothing();
  const decide = step('DecideAct', { case: 2 }, { time: '11:00' });
  const next = { ...decided(asked, []), occurredAt: at('11:00') };
  const later = laterOf(file);
  const revoked = { ...later('ActRevoked', { case: 1, replacedBy: 2 }), occurredAt: at('11:00') };
  given(...act, asked, proposes)
    .when(decide)
    .then({ ...next, data: { ...next.data, appealUntil: at('00:00', 15) } }, revoked);
});

test('[D40] another demand is another case', () => {
  given(file)
    .when(withdraw(at('09:01')))
    .thenNothing();
  given().when(withdraw()).thenNothing();
});

test('[D40] of what was withdrawn and opened anew of the same demand, the new case is withdrawn', () => {
  const anew = openedCase(2, 'D40.income-kept', of);
  given(file, dropped, anew)
    .when(withdraw())
    .then({ ...dropped, data: { ...dropped.data, case: 2 } });
});
