import { Invalid, NotFound } from '@app/kernel';
import { test } from '@jest/globals';
import { collectedInCash, handedOver, quoteSigned, working } from '../../testing/on-site.past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  SUPERVISOR,
} from '../../testing/ticket.builders.js';
import { correctHandOver } from './correct-hand-over.js';
import { demandMoney, findMoneyKept } from './demand-money.js';

const given = givenFor(correctHandOver);
const PROCESS = { id: 'process:demand-money-that-is-not-handed-over', role: 'process' };
const correct = (
  said: { amount: string; employee?: string; handOver?: number },
  { by = DISPATCHER, time = at('09:00', 1) } = {},
) => command('CorrectHandOver', { visit: 1, handOver: 1, reason: '点错', ...said }, time, { by });
const of = { visit: 1, handOver: 1 };
const corrected = (
  now: { employee?: string; amount: string },
  before: { employee?: string; amount: string },
  inHandAgain: readonly { employee: string; collectedAt: string; demandedAt?: string }[],
) =>
  event(
    'HandOverCorrected',
    {
      ...of,
      ...{ employee: 'li-wei', ...now },
      ...{ employeeBefore: before.employee ?? 'li-wei', amountBefore: before.amount },
      ...{ reason: '点错', inHandAgain },
    },
    at('09:00', 1),
    DISPATCHER,
  );
const collectedAt = at('10:46');
const again = { employee: 'li-wei', collectedAt };
const past = [...working, quoteSigned(), collectedInCash()];

test('[D40] too much that was entered as received is in their hands again', () => {
  given(...past, handedOver())
    .when(correct({ amount: '100.00' }))
    .then(corrected({ amount: '100.00' }, { amount: '180.00' }, [again]));
  given(...past, handedOver())
    .when(correct({ amount: '0.00' }))
    .then(corrected({ amount: '0.00' }, { amount: '180.00' }, [again]));
});

test('[D40] too little that was entered is in their hands no more', () => {
  given(...past, handedOver('100.00'))
    .when(correct({ amount: '180.00' }))
    .then(corrected({ amount: '180.00' }, { amount: '100.00' }, []));
});

/** Wang Fang, who came along, took twenty of it. */
const added = event('TechnicianAdded', { visit: 1, technician: 'wang-fang' });
const ofWang = event('ChargeCollected', {
  visit: 1,
  amount: '20.00',
  method: 'cash',
  collectedBy: 'wang-fang',
});
const both = [...working, added, quoteSigned('200.00'), ofWang, collectedInCash()];

test('[D40] what was entered for the wrong person is put to the right one', () => {
  given(...both, handedOver('20.00'))
    .when(correct({ amount: '20.00', employee: 'wang-fang' }))
    .then(corrected({ employee: 'wang-fang', amount: '20.00' }, { amount: '20.00' }, [again]));
});

const demanded = (employee: string, amount: string, until = collectedAt) =>
  event(
    'MoneyDemanded',
    { visit: 1, employee, amount, collectedAt: until },
    at('00:00', 3),
    PROCESS,
  );
const withdrawn = (amount: string, rest: string) =>
  event(
    'MoneyDemandWithdrawn',
    { visit: 1, employee: 'wang-fang', demandedAt: at('00:00', 3), amount, rest },
    at('09:00', 5),
    DISPATCHER,
  );

test('[D40] what was demanded of whoever had handed it over by then is withdrawn', () => {
  const wrongly = demanded('wang-fang', '20.00', ofWang.occurredAt);
  const later = { time: at('09:00', 5) };
  const now = {
    ...corrected({ employee: 'wang-fang', amount: '20.00' }, { amount: '20.00' }, [again]),
    occurredAt: at('09:00', 5),
  };
  given(...both, handedOver('20.00'), wrongly)
    .when(correct({ amount: '20.00', employee: 'wang-fang' }, later))
    .then(now, withdrawn('20.00', '0.00'));
  const part = { ...now, data: { ...now.data, amount: '15.00' } };
  given(...both, handedOver('20.00'), wrongly)
    .when(correct({ amount: '15.00', employee: 'wang-fang' }, later))
    .then(part, withdrawn('15.00', '5.00'));
});

test('[D40] what had been demanded before it seemed to come in is demanded of them still', () => {
  const late = { ...handedOver(), occurredAt: at('17:00', 4) };
  const demandedAt = at('00:00', 3);
  const stillDemanded = [{ ...again, demandedAt }];
  const fixed = {
    ...corrected({ amount: '100.00' }, { amount: '180.00' }, stillDemanded),
    occurredAt: at('09:00', 5),
  };
  given(...past, demanded('li-wei', '180.00'), late)
    .when(correct({ amount: '100.00' }, { time: at('09:00', 5) }))
    .then(fixed);
});

test('[D40] in hand again it can be demanded, and found to be kept', () => {
  const fixed = corrected({ amount: '100.00' }, { amount: '180.00' }, [again]);
  const employee = 'li-wei';
  const demand = { visit: 1, employee, collectedAt };
  givenFor(demandMoney)(...past, handedOver(), fixed)
    .when(command('DemandMoney', demand, at('00:00', 3), { by: PROCESS }))
    .then(demanded('li-wei', '80.00'));
  const demandedAt = at('00:00', 3);
  givenFor(findMoneyKept)(...past, handedOver(), fixed, demanded('li-wei', '80.00'))
    .when(
      command('FindMoneyKept', { visit: 1, employee, demandedAt }, at('00:00', 5), { by: PROCESS }),
    )
    .then(
      event(
        'MoneyKept',
        { visit: 1, employee, amount: '80.00', demandedAt },
        at('00:00', 5),
        PROCESS,
      ),
    );
});

test('[D40] nobody hands over more than they had then, nor is anything corrected to what it is', () => {
  given(...past, handedOver())
    .when(correct({ amount: '180.01' }))
    .thenThrows(Invalid, 'handed-over-above-collected');
  given(...both, handedOver('20.00'))
    .when(correct({ amount: '20.01', employee: 'wang-fang' }))
    .thenThrows(Invalid, 'handed-over-above-collected');
  given(...past, handedOver('100.00'), handedOver('80.00'))
    .when(correct({ amount: '100.01' }))
    .thenThrows(Invalid, 'handed-over-above-collected');
  given(...past, handedOver())
    .when(correct({ amount: '180.00' }))
    .thenThrows(Invalid, 'nothing-corrected');
  given(...past)
    .when(correct({ amount: '1.00' }))
    .thenThrows(NotFound, 'unknown-hand-over');
});

test('[D40] what was in their hands all the time is not looked for again', () => {
  const later = collectedInCash('20.00', '10:50');
  given(...working, quoteSigned('200.00'), collectedInCash(), later, handedOver())
    .when(correct({ amount: '100.00' }))
    .then(corrected({ amount: '100.00' }, { amount: '180.00' }, [again]));
});

test('[D40] nobody sets their own right, nor makes another’s their own', () => {
  const wang = { by: { ...SUPERVISOR, id: 'wang-fang' } };
  given(...past, handedOver())
    .when(correct({ amount: '0.00' }, { by: { ...SUPERVISOR, id: 'li-wei' } }))
    .thenRefusedUnder('D40', 'received-from-oneself');
  given(...both, handedOver('20.00'))
    .when(correct({ amount: '20.00', employee: 'wang-fang' }, wang))
    .thenRefusedUnder('D40', 'received-from-oneself');
  const li = { by: { ...SUPERVISOR, id: 'li-wei' } };
  given(...both, handedOver('20.00'))
    .when(correct({ amount: '20.00', employee: 'wang-fang' }, li))
    .thenRefusedUnder('D40', 'received-from-oneself');
});
