import { describe, test } from '@jest/globals';
import { Invalid } from '@app/kernel';
import { HOTLINE } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { openedCase, report } from '../../testing/cases.js';
import { standingDecider } from '../standing.decider.js';

const given = specification(standingDecider);
/** The paper from which it is taken. */
const evidence = ['e'.repeat(64)];

describe('[R2] what somebody else is to have reported', () => {
  const one = 'D18.competing';
  const earlierReport = { by: 'chen-gang', at: at('08:30') };
  const facts = { happenedAt: at('08:00') };

  test('comes with their written report; who reports themself needs none', () => {
    for (const told of [{ reporter: 'chen-gang' }, { earlierReport }]) {
      given()
        .when(report(one, { ...facts, ...told }))
        .thenThrows(Invalid, 'report-without-evidence');
      given()
        .when(report(one, { ...facts, ...told, evidence }))
        .then(openedCase(1, one, { ...facts, ...told, evidence }));
    }
    const own = { ...facts, reporter: HOTLINE.id };
    given()
      .when(report(one, own))
      .then(openedCase(1, one, own));
  });

  test('was reported after it happened, and before now', () => {
    for (const [when, code] of [
      [at('07:59'), 'report-before-the-facts'],
      [at('09:01'), 'not-yet'],
    ] as const) {
      const told = { ...facts, evidence, earlierReport: { ...earlierReport, at: when } };
      given().when(report(one, told)).thenThrows(Invalid, code);
    }
  });
});

test.each([
  ['D9', 'D9.profit', { profit: '100000.00' }],
  ['D22', 'D22.shortage', { shortages: [{ at: at('08:00'), amount: '10000.00' }], ownFault: true }],
  ['D30', 'D30.extra-service', { income: '100.00' }],
] as const)('[%s] an amount under %s comes with the paper that says so', (_, name, facts) => {
  given().when(report(name, facts)).thenThrows(Invalid, 'amount-without-evidence');
});

test('[D20] [D35] what is said to have gone on ended after it began, and has ended', () => {
  const idle = (until: string) => report('D20.idle', { happenedAt: at('08:00'), until });
  given()
    .when(idle(at('08:00')))
    .thenThrows(Invalid, 'ends-before-it-begins');
  given()
    .when(idle(at('09:01')))
    .thenThrows(Invalid, 'not-yet');
});
