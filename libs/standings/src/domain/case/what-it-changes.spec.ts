import { describe, test } from '@jest/globals';
import { Invalid } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { decided, laterOf, openedCase, proposed, step, verified } from '../../testing/cases.js';
import { standingDecider } from '../standing.decider.js';
import type { DecideAct } from '../standing.commands.js';

const given = specification(standingDecider);
const appealUntil = '2026-03-20T16:00:00.000Z';

const decide = (data: Partial<DecideAct['data']>, successor?: object) =>
  step(
    'DecideAct',
    { case: 1, ...data },
    { by: MANAGER, time: at('00:00', 4), beside: successor ? { successor } : {} },
  );

describe.each([
  ['D19', 'D19.three-months', 'sales', 'repair'],
  ['D34', 'D34.three-months', 'repair', 'sales'],
] as const)('[%s] a transfer', (article, name, own, other) => {
  const file = openedCase(1, name);
  const past = [file, proposed(file, ['transfer'])];

  test('names another department than the employee’s', () => {
    given(...past)
      .when(decide({}))
      .thenRefusedUnder(article, 'transfer-without-department');
    given(...past)
      .when(decide({ transfer: { department: own } }))
      .thenRefusedUnder(article, 'transfer-without-department');
  });

  test('is from the day of the decision on, or from a later one', () => {
    const ordered = (from: string) =>
      laterOf(file)('TransferOrdered', { case: 1, department: other, from });
    const act = decided(file, ['transfer'], { appealUntil });
    given(...past)
      .when(decide({ transfer: { department: other } }))
      .then(act, ordered('2026-03-06'));
    given(...past)
      .when(decide({ transfer: { department: other, from: '2026-03-06' } }))
      .then(act, ordered('2026-03-06'));
    given(...past)
      .when(decide({ transfer: { department: other, from: '2026-04-01' } }))
      .then(act, ordered('2026-04-01'));
    given(...past)
      .when(decide({ transfer: { department: other, from: '2026-03-05' } }))
      .thenThrows(Invalid, 'transfer-before-decision');
  });
});

describe.each([
  ['D20', 'D20.with-subordinates'],
  ['D35', 'D35.with-subordinates'],
])('[%s] a removal from post', (article, name) => {
  const file = openedCase(1, name);
  const past = [file, verified(file), proposed(file)];
  const employee = 'sun-hong';

  test('names a successor who leads, and is not below', () => {
    const refused = (successor?: object) =>
      given(...past)
        .when(decide({ successor: employee }, successor))
        .thenRefusedUnder(article, 'removal-without-successor');
    refused();
    refused({ employee, leads: false, below: false });
    refused({ employee, leads: true, below: true });
  });

  test('says who takes over', () => {
    given(...past)
      .when(decide({ successor: employee }, { employee, leads: true, below: false }))
      .then(
        decided(file, undefined, { appealUntil }),
        laterOf(file)('SuccessorNamed', { case: 1, successor: employee }),
      );
  });
});
