import { Invalid } from '@app/kernel';
import { test } from '@jest/globals';
import {
  collected,
  collectedInCash,
  handedOver,
  quoteSigned,
  refunded,
  working,
} from '../../testing/on-site.past.js';
import { closed, left, resolved } from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  LI_WEI,
  SUPERVISOR,
} from '../../testing/ticket.builders.js';
import { handOverMoney } from './hand-over-money.js';

const given = givenFor(handOverMoney);
const handOver = (amount: string, { by = DISPATCHER, employee = '' } = {}) =>
  command('HandOverMoney', { visit: 1, amount, ...(employee && { employee }) }, '17:30', { by });
const receives = (amount: string, employee = 'li-wei') =>
  event(
    'MoneyHandedOver',
    { visit: 1, employee, amount, receivedBy: DISPATCHER.id },
    '17:30',
    DISPATCHER,
  );

test.each(['180.00', '0.01'])('[D40] the office receives %s of 180.00 taken in cash', (amount) => {
  given(...working, quoteSigned(), collectedInCash())
    .when(handOver(amount))
    .then(receives(amount));
});

test('[D40] not more than is in their hands, all together', () => {
  given(...working, quoteSigned(), collectedInCash())
    .when(handOver('180.01'))
    .thenThrows(Invalid, 'handed-over-above-collected');
  given(...working, quoteSigned(), collectedInCash(), handedOver('100.00'))
    .when(handOver('80.01'))
    .thenThrows(Invalid, 'handed-over-above-collected');
  given(...working, quoteSigned(), collectedInCash(), handedOver('100.00'))
    .when(handOver('80.00'))
    .then(receives('80.00'));
  given(...working, quoteSigned(), collectedInCash())
    .when(handOver('0.00'))
    .thenThrows(Invalid, 'nothing-handed-over');
});

test('[D40] what was paid straight to the company is in nobody’s hands', () => {
  given(...working, quoteSigned(), collected())
    .when(handOver('180.00'))
    .thenThrows(Invalid, 'handed-over-above-collected');
});

test('[D40] what the centre’s own counter took is with the company', () => {
  const counter = { visit: 1, amount: '180.00', method: 'cash', collectedBy: 'he-jing' } as const;
  given(...working, quoteSigned(), event('ChargeCollected', counter))
    .when(handOver('180.00', { employee: 'he-jing' }))
    .thenThrows(Invalid, 'handed-over-above-collected');
});

test('[D40] what they gave back to the customer in cash is in their hands no more', () => {
  const back = refunded('50.00');
  const own = { ...back, data: { ...back.data, refundedBy: 'li-wei' } } as typeof back;
  given(...working, quoteSigned(), collectedInCash(), own)
    .when(handOver('130.01'))
    .thenThrows(Invalid, 'handed-over-above-collected');
  // The supervisor gave it out of the company's money.
  given(...working, quoteSigned(), collectedInCash(), back)
    .when(handOver('180.00'))
    .then(receives('180.00'));
});

test('[D40] nobody receives it from themself, nor has it entered for themself', () => {
  given(...working, quoteSigned(), collectedInCash())
    .when(handOver('180.00', { by: { ...SUPERVISOR, id: 'li-wei' } }))
    .thenRefusedUnder('D40', 'received-from-oneself');
  given(...working, quoteSigned(), collectedInCash())
    .when(handOver('180.00', { by: { ...DISPATCHER, onBehalfOf: LI_WEI.id } }))
    .thenRefusedUnder('D40', 'received-from-oneself');
});

test('[D40] money comes in on a closed ticket too', () => {
  given(...working, quoteSigned(), collectedInCash(), left(), resolved(), closed())
    .when(handOver('180.00'))
    .then(receives('180.00'));
});

/** Demanded of them two days later, at midnight. */
const demanded = () =>
  event(
    'MoneyDemanded',
    { visit: 1, employee: 'li-wei', amount: '180.00', collectedAt: at('10:46') },
    at('00:00', 3),
  );
const withdrawn = (amount: string, rest: string) =>
  event(
    'MoneyDemandWithdrawn',
    { visit: 1, employee: 'li-wei', demandedAt: at('00:00', 3), amount, rest },
    '17:30',
    DISPATCHER,
  );

test('[D40] told late, it withdraws what was demanded of them after they had handed it over', () => {
  const past = [...working, quoteSigned('230.00'), collectedInCash(), demanded()];
  given(...past)
    .when(handOver('180.00'))
    .then(receives('180.00'), withdrawn('180.00', '0.00'));
  given(...past)
    .when(handOver('100.00'))
    .then(receives('100.00'), withdrawn('100.00', '80.00'));
  given(...past, receives('100.00'), withdrawn('100.00', '80.00'))
    .when(handOver('80.00'))
    .then(receives('80.00'), withdrawn('80.00', '0.00'));
  // What was told of since was in their hands by then as well.
  const all = [...past, collectedInCash('50.00', '10:50')];
  given(...all)
    .when(handOver('230.00'))
    .then(receives('230.00'), withdrawn('180.00', '0.00'));
  given(...all, receives('230.00'), withdrawn('180.00', '0.00'))
    .when(handOver('0.01'))
    .thenThrows(Invalid, 'handed-over-above-collected');
});

test('[D40] what they handed over after the demand was demanded of them rightly', () => {
  const past = [...working, quoteSigned('230.00'), collectedInCash(), demanded()];
  const later = { ...receives('100.00'), occurredAt: at('09:00', 3) };
  given(...past, later)
    .when(handOver('80.00'))
    .then(receives('80.00'), withdrawn('80.00', '100.00'));
  const time = at('09:00', 3);
  const receivedLater = { ...receives('180.00'), occurredAt: time };
  const data = { visit: 1, amount: '180.00' };
  given(...past)
    .when(command('HandOverMoney', data, time, { by: DISPATCHER }))
    .then(receivedLater);
});
