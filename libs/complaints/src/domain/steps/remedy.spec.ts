import { Invalid, NotPossible } from '@app/kernel';
import { DISPATCHER, MANAGER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { policy } from '@app/policy';
import { describe, expect, test } from '@jest/globals';
import {
  accept,
  after,
  answer,
  apologise,
  ask,
  close,
  given,
  judged,
  late,
  lived,
  propose,
  receive,
  record,
} from '../../testing/complaints.js';

const decline = ask('DeclineRemedy', { remedy: 1 }, '15:10', { by: DISPATCHER });

describe('[R2] what is granted stays within the authority of whoever grants it', () => {
  test('by the service settings: the office, a supervisor, the general manager', () => {
    expect(policy.complaints.authority).toEqual({
      ...{ office: '100.00', supervisor: '500.00', generalManager: '10000.00' },
    });
    const past = after(...judged);
    given(...past)
      .when(propose('500.01'))
      .thenRefusedUnder('R2', 'beyond-authority');
    given(...past)
      .when(propose('100.01', '15:00', DISPATCHER))
      .thenRefusedUnder('R2');
    given(...past)
      .when(propose('10000.01', '15:00', MANAGER))
      .thenRefusedUnder('R2');
    expect(lived(...judged, propose('500.00')).remedies).toMatchObject([{ amount: '500.00' }]);
    expect(lived(...judged, propose('10000.00', '15:00', MANAGER)).remedies).toHaveLength(1);
  });

  test('all that was granted on the complaint together, but for what was declined', () => {
    given(...after(...judged, propose('300.00'), accept()))
      .when(propose('200.01', '15:20'))
      .thenRefusedUnder('R2', 'beyond-authority');
    const past = [...judged, propose('300.00'), decline];
    expect(lived(...past, propose('500.00', '15:20')).remedies).toHaveLength(2);
  });

  test('told late, more than that is found, of whoever granted it', () => {
    const told = late(propose('800.00'), at('20:00'));
    expect(
      given(...after(...judged))
        .when(told)
        .events(),
    ).toMatchObject([
      { type: 'RemedyProposed' },
      { data: { article: 'R2', code: 'beyond-authority', person: 'chen-gang' } },
    ]);
  });
});

describe('[R9] a remedy', () => {
  test('says how much it is, where it is money', () => {
    const free = ask('ProposeRemedy', { kind: 'redo', amount: '1.00' }, '15:00');
    given(...after(...judged))
      .when(propose('0.00'))
      .thenThrows(Invalid, 'amount-missing');
    given(...after(...judged))
      .when(free)
      .thenThrows(Invalid, 'amount-of-nothing');
  });

  test('is offered once it is judged, and accepted or declined once', () => {
    given(...after(receive(), record(), apologise()))
      .when(propose('1.00'))
      .thenThrows(NotPossible, 'not-judged');
    given(...after(...judged, propose('1.00'), accept()))
      .when(decline)
      .thenThrows(NotPossible, 'remedy-settled');
    given(...after(...judged))
      .when(accept())
      .thenThrows(Invalid, 'unknown-remedy');
  });

  test('that waits for the customer keeps the complaint open', () => {
    given(...after(...judged, propose('1.00'), answer()))
      .when(close())
      .thenRefusedUnder('R9', 'remedy-open');
    expect(lived(...judged, propose('1.00'), answer(), accept(1, '16:10'), close()).status).toBe(
      'closed',
    );
  });
});
