import { describe, expect, test } from '@jest/globals';
import { fold, Forbidden, Invalid } from '@app/kernel';
import { LI_WEI, SUPERVISOR, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { ask, event, given, hands, main, pieces, received } from '../../testing/stock.js';
import { stockDecider } from './stock.decider.js';
import type { StockEvent } from './stock.events.js';

const SELLER = { id: 'wu-ting', role: 'sales' };
const ANOTHER = { id: 'sun-hong', role: 'sales' };

describe('a corrected price', () => {
  const correct = (unitCost: string) =>
    ask('CorrectReceiptPrice', { ...main, slip: 'R-1', unitCost, reason: 'x' }, '12:00');
  const scrap = (quantity: number, value: string) =>
    event('MaterialScrapped', { ...main, quantity, value, reason: 'x' }, '09:00');
  const after = (past: readonly StockEvent[], unitCost: string) => [
    ...past,
    ...given(...past)
      .when(correct(unitCost))
      .events(),
  ];

  test('[R15] and its opposite leave the value as it was, whatever was received between them', () => {
    const typo = after([received(10, '2.00'), scrap(9, '18.00')], '20.00');
    expect(fold(stockDecider, typo)!.value).toBe('20.00');
    const more = [...typo, received(9, '2.00', 'R-2')];
    expect(fold(stockDecider, after(more, '2.00'))).toMatchObject({
      thousandths: 10_000,
      value: '20.00',
    });
  });

  test('[R15] counts nothing of another receipt, and says what of its own has gone', () => {
    const past = [received(10, '2.00'), received(10, '3.00', 'R-2'), scrap(12, '30.00')];
    expect(
      given(...past)
        .when(correct('4.00'))
        .events()[0]!.data,
    ).toMatchObject({
      difference: '0.00',
      gone: 10,
    });
  });

  test('[R15] that could not take all of it off gives no more back either', () => {
    const past = [
      received(10, '20.00'),
      event('MaterialTakenIn', {
        ...main,
        quantity: 10,
        value: '0.00',
        from: 'van',
        why: 'issued',
      }),
      scrap(1, '10.00'),
    ];
    const cheap = after([...past, scrap(9, '90.00')], '1.00');
    const dear = [received(10, '1.00', 'R-0'), received(10, '20.00'), scrap(10, '105.00')];
    const down = after(dear, '1.00');
    expect(fold(stockDecider, down)!.value).toBe('0.00');
    expect(fold(stockDecider, after(down, '20.00'))!.value).toBe('105.00');
    expect(fold(stockDecider, after(cheap, '20.00'))!.value).toBe('100.00');
  });
});

describe('what was sold', () => {
  const sold = event(
    'MaterialSold',
    {
      ...main,
      quantity: 3,
      value: '36.00',
      slip: 'S-1',
      seller: SELLER.id,
      customer: '孙丽',
      price: '10.00',
      method: 'cash',
    },
    '09:00',
    SELLER,
  );
  const takeBack = (quantity: number, refund: string, by = SELLER, why: object = {}) =>
    ask('TakeBackMaterial', { ...main, quantity, slip: 'S-1', refund, ...why }, '11:00', {
      ...pieces,
      by,
    });
  const why = { reason: '包装破损' };

  test('[R15] is refunded by no more than was paid for those pieces', () => {
    const past = given(received(5), sold);
    past.when(takeBack(1, '3.34')).thenThrows(Invalid, 'more-than-was-paid');
    past.when(takeBack(1, '999999999999.99')).thenThrows(Invalid, 'more-than-was-paid');
    const once = given(received(5), sold).when(takeBack(1, '3.33')).events();
    given(received(5), sold, ...once)
      .when(takeBack(2, '6.68'))
      .thenThrows(Invalid, 'more-than-was-paid');
    given(received(5), sold, ...once)
      .when(takeBack(2, '6.67'))
      .events();
  });

  test('[D14] comes back for what it was sold, and for less than that is refunded with a reason', () => {
    const past = given(received(5), sold);
    past.when(takeBack(1, '0.00')).thenThrows(Invalid, 'reason-missing');
    const [first] = past.when(takeBack(1, '0.00', SELLER, why)).events();
    expect(first).toMatchObject({ data: { paid: '3.33', refund: '0.00', ...why } });
    // What was not refunded at first may be with the rest, to the fen, and no more.
    const then = given(received(5), sold, first!);
    then.when(takeBack(2, '10.01')).thenThrows(Invalid, 'more-than-was-paid');
    const rest = then.when(takeBack(2, '10.00')).events();
    expect(rest).toMatchObject([{ data: { paid: '6.67', refund: '10.00' } }]);
  });

  test('[D14] is paid with no more than one movement is worth', () => {
    const dear = { customer: '孙丽', price: '1000000000.01', method: 'transfer' } as const;
    given(received(5))
      .when(
        ask('SellMaterial', { ...main, quantity: 1, ...dear }, '09:00', { ...pieces, by: SELLER }),
      )
      .thenThrows(Invalid, 'worth-too-much');
  });

  test('[R15] is taken back by whoever sold it, or by the stores', () => {
    const past = given(received(5), sold);
    past.when(takeBack(1, '1.00', ANOTHER)).thenThrows(Forbidden, 'not-the-seller');
    const pretends = { ...ANOTHER, onBehalfOf: SELLER.id };
    past.when(takeBack(1, '1.00', pretends)).thenThrows(Forbidden, 'not-the-seller');
    past.when(takeBack(1, '1.00', SUPERVISOR, why)).events();
  });
});

test('[R12] what is in somebody’s hands they alone sell or scrap', () => {
  const held = event(
    'MaterialTakenIn',
    { ...hands, quantity: 5, value: '60.00', from: 'main', why: 'issued' },
    '08:00',
  );
  const sell = (by = LI_WEI) =>
    ask(
      'SellMaterial',
      { ...hands, quantity: 1, customer: '孙丽', price: '9.00', method: 'cash' },
      '09:00',
      { ...pieces, by },
    );
  const scrap = (by = LI_WEI) =>
    ask('ScrapMaterial', { ...hands, quantity: 1, reason: 'x' }, '09:00', { ...pieces, by });
  for (const act of [sell, scrap]) {
    given(held).when(act(WANG_FANG)).thenThrows(Forbidden, 'not-the-giver');
    given(held).when(act(SUPERVISOR)).thenThrows(Forbidden, 'not-the-giver');
    given(held).when(act()).events();
  }
});

describe('a reservation that is named', () => {
  const reserved = event(
    'MaterialReserved',
    {
      ...main,
      slip: 'YL-1',
      quantity: 4,
      customer: 'lanting',
      system: 'HT-1',
      priority: 'ordinary',
      until: at('18:00'),
    },
    '08:10',
  );
  const sell = (customer: string) =>
    ask(
      'SellMaterial',
      { ...main, quantity: 3, customer, reservation: 'YL-1', price: '9.00', method: 'cash' },
      '09:00',
      pieces,
    );
  const issue = (more = {}, customer?: string) =>
    ask(
      'IssueMaterial',
      { ...main, quantity: 3, to: hands.place, reservation: 'YL-1', ...more },
      '09:00',
      {
        known: { ...pieces.known, ...(customer && { customer }) },
      },
    );

  test('[B2] is served to its customer, or on their ticket, alone', () => {
    const past = given(received(5), reserved);
    past.when(sell('别人')).thenThrows(Invalid, 'not-for-that-ticket');
    past.when(issue()).thenThrows(Invalid, 'not-for-that-ticket');
    past.when(issue({ ticket: 'T-9' }, 'another')).thenThrows(Invalid, 'not-for-that-ticket');
    const types = (events: readonly StockEvent[]) => events.map(({ type }) => type);
    expect(types(past.when(sell('lanting')).events())).toEqual([
      'MaterialSold',
      'ReservationServed',
    ]);
    const served = past.when(issue({ ticket: 'T-1' }, 'lanting')).events();
    expect(types(served)).toEqual(['MaterialIssued', 'ReservationServed']);
  });
});
