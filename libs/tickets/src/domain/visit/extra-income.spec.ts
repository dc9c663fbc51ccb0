import { expect, test } from '@jest/globals';
import { plusMinutes } from '@app/kernel';
import {
  collected,
  collectedInCash,
  handedOver,
  labourLogged,
  partConsumed,
  quoteSigned,
  refunded,
  waived,
  working,
} from '../../testing/on-site.past.js';
import { at, command, DISPATCHER, event, SUPERVISOR } from '../../testing/ticket.builders.js';
import { fold } from '@app/kernel';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

/** A quote of extra service, and of labour that is charged for another reason. */
const quoted = (extra: string, other = '0.00') => {
  const signed = quoteSigned(extra, 'extra-service');
  const lines = [
    ...signed.data.quote.lines,
    ...(other === '0.00'
      ? []
      : [{ item: 'labour' as const, amount: other, basis: 'external-cause' as const }]),
  ];
  const total = other === '0.00' ? extra : (Number(extra) + Number(other)).toFixed(2);
  return { ...signed, data: { ...signed.data, quote: { lines }, total } } as typeof signed;
};
const demanded = (amount: string) =>
  event(
    'MoneyDemanded',
    { visit: 1, employee: 'li-wei', amount, collectedAt: at('10:46') },
    at('00:00', 3),
  );
/** Of a line of that quote. */
const waivedOf = (line: 1 | 2, amount: string) => {
  const off = waived(amount);
  const basis = line === 1 ? 'extra-service' : 'external-cause';
  return { ...off, data: { ...off.data, line, basis } } as typeof off;
};
const ownRefund = (amount: string) => {
  const back = refunded(amount);
  return { ...back, data: { ...back.data, refundedBy: 'li-wei' } } as typeof back;
};

/** What is said of extra income as a past goes on, each event on its own: as the steps that make them say it. */
function said(...past: readonly TicketEvent[]) {
  const before: TicketEvent[] = [...working, labourLogged('09:40', '10:10')];
  const news: string[] = [];
  for (const [index, each] of past.entries()) {
    before.push(each);
    // Whatever is put right last is looked at with a step that changes nothing itself.
    const state = command(
      'StateEarners',
      { visit: 1, earners: [{ employee: 'li-wei', weight: 1 }] },
      plusMinutes(at('18:00', 9), index),
      { by: SUPERVISOR },
    );
    const events = ticketDecider.decide(state, fold(ticketDecider, before));
    const reckoned = events.find(({ type }) => type === 'ExtraIncomeReckoned');
    if (reckoned?.type !== 'ExtraIncomeReckoned') continue;
    before.push(...events);
    news.push(reckoned.data.income);
  }
  return news;
}

/*
 * D30, worked out by hand: E is the extra service of the quote (its first line), N what else is charged (its
 * second). What was waived of a line is missing of that one, without a line of both pro rata. What else is missing of E + N, be
 * it unpaid, given back, not handed over or handed over only after a demand, is missing of E.
 */
test.each<[string, TicketEvent[], string[]]>([
  [
    'E 600, cash, all handed over',
    [quoted('600.00'), collectedInCash('600.00'), handedOver('600.00')],
    ['600.00'],
  ],
  [
    'E 600, cash, one fen kept',
    [quoted('600.00'), collectedInCash('600.00'), handedOver('599.99')],
    [],
  ],
  [
    'E 600, cash, in parts',
    [quoted('600.00'), collectedInCash('600.00'), handedOver('200.00'), handedOver('400.00')],
    ['600.00'],
  ],
  ['E 600, paid straight to the company', [quoted('600.00'), collected('600.00')], ['600.00']],
  ['E 600, one fen unpaid', [quoted('600.00'), collected('599.99')], []],
  [
    'E 600, N 100, all handed over',
    [quoted('600.00', '100.00'), collectedInCash('700.00'), handedOver('700.00')],
    ['600.00'],
  ],
  ['E 600, 100 waived', [quoted('600.00'), waived('100.00'), collected('500.00')], ['500.00']],
  [
    'E 600, N 100, 100 waived',
    [quoted('600.00', '100.00'), waived('100.00'), collected('600.00')],
    ['514.29'],
  ],
  [
    'E 600, N 100, 100 waived of E',
    [quoted('600.00', '100.00'), waivedOf(1, '100.00'), collected('600.00')],
    ['500.00'],
  ],
  [
    'E 600, N 100, 100 waived of N',
    [quoted('600.00', '100.00'), waivedOf(2, '100.00'), collected('600.00')],
    ['600.00'],
  ],
  [
    'E 600, N 200, 100 waived of N and 70 of neither',
    [quoted('600.00', '200.00'), waivedOf(2, '100.00'), waived('70.00'), collected('630.00')],
    ['540.00'],
  ],
  [
    'E 600, N 100, all of N waived once it was paid, and not given back',
    [quoted('600.00', '100.00'), collected('700.00'), waivedOf(2, '100.00')],
    ['600.00'],
  ],
  ['E 600, N 100, all waived', [quoted('600.00', '100.00'), waived('700.00')], []],
  [
    'E 600, 50 given back afterwards',
    [quoted('600.00'), collected('600.00'), refunded('50.00')],
    ['600.00', '550.00'],
  ],
  [
    'E 100, N 500, 150 given back',
    [quoted('100.00', '500.00'), collected('600.00'), refunded('150.00')],
    ['100.00', '0.00'],
  ],
  [
    'E 180, paid, 80 waived and given back',
    [quoted('180.00'), collected('180.00'), waived('80.00'), refunded('80.00')],
    ['180.00', '100.00'],
  ],
  [
    'E 600, given back out of their hands',
    [quoted('600.00'), collectedInCash('600.00'), ownRefund('600.00')],
    [],
  ],
  [
    'E 600, all demanded',
    [quoted('600.00'), collectedInCash('600.00'), demanded('600.00'), handedOver('600.00')],
    [],
  ],
  [
    'E 600, 200 of it demanded',
    [
      quoted('600.00'),
      collectedInCash('600.00'),
      handedOver('400.00'),
      demanded('200.00'),
      handedOver('200.00'),
    ],
    ['400.00'],
  ],
  ['E 0.01', [quoted('0.01'), collected('0.01')], ['0.01']],
  ['N 180 alone', [quoteSigned('180.00'), collected('180.00')], []],
])('[D30] %s', (_, past, news) => {
  expect(said(...past)).toEqual(news);
});

const last = (...past: readonly TicketEvent[]) => {
  const handOver = command('HandOverMoney', { visit: 1, amount: '600.00' }, '17:00', {
    by: DISPATCHER,
  });
  return ticketDecider.decide(handOver, fold(ticketDecider, [...working, ...past])).at(-1);
};

test('[D30] it is earned by whoever is responsible for the visit, and made of all its parts, unless stated', () => {
  const part = partConsumed({ entry: 2 });
  const past = [labourLogged('09:40', '10:10'), part, quoted('600.00'), collectedInCash('600.00')];
  expect(last(...past)).toMatchObject({
    type: 'ExtraIncomeReckoned',
    data: { visit: 1, income: '600.00', earners: ['li-wei'], weights: [1], parts: [2] },
    articles: ['D30'],
  });
  const stated = event('EarnersStated', {
    visit: 1,
    earners: ['li-wei', 'wang-fang'],
    weights: [2, 1],
    parts: [],
  });
  expect(last(...past, stated)).toMatchObject({
    data: { earners: ['li-wei', 'wang-fang'], weights: [2, 1], parts: [] },
  });
});
