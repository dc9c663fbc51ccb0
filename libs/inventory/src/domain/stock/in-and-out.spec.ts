import { describe, expect, test } from '@jest/globals';
import { fold, Forbidden, Invalid, NotFound, NotPossible } from '@app/kernel';
import { MANAGER, STOREKEEPER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import {
  ask,
  event,
  given,
  hands,
  main,
  metres,
  pieces,
  received,
  sumOf,
} from '../../testing/stock.js';
import { availableAt } from './stock.books.js';
import { stockDecider } from './stock.decider.js';

const paper = { supplier: '华东电子', deliveryNote: 'D-77' };

describe('进', () => {
  test('[R11] [R15] what was delivered is worth what it cost', () => {
    const receive = (quantity: number, unitCost: string, more = pieces) =>
      ask('ReceiveMaterial', { ...main, quantity, unitCost, slip: 'R-1', ...paper }, '08:00', more);
    given().when(receive(5, '12.00')).then(received(5));
    given()
      .when(receive(0.35, '0.99', metres))
      .then(
        event('MaterialReceived', { ...received(1, '0.99').data, quantity: 0.35, value: '0.35' }),
      );
    const intoHands = ask(
      'ReceiveMaterial',
      { ...hands, quantity: 5, unitCost: '1.00', ...paper },
      '08:00',
      pieces,
    );
    given().when(intoHands).thenThrows(Invalid, 'into-hands');
    given().when(receive(5, '0.00')).thenThrows(Invalid, 'price-of-zero');
    given().when(receive(0.5, '1.00')).thenThrows(Invalid, 'not-a-quantity');
    given(received(5)).when(receive(5, '1.00')).thenThrows(NotPossible, 'slip-taken');
  });

  test('[R11] [R15] an opening entry comes before everything else at its place', () => {
    const data = { ...main, quantity: 7, value: '70.05', source: '2025 年末盘点表' };
    const open = ask('EnterOpeningStock', data, '08:00', pieces);
    const opened = event('OpeningStockEntered', data);
    given().when(open).then(opened);
    given(opened).when(open).thenThrows(NotPossible, 'books-begun');
    given(received(1)).when(open).thenThrows(NotPossible, 'books-begun');
  });
});

describe('消', () => {
  const use = (quantity: number) =>
    ask('UseMaterial', { ...hands, quantity, ticket: 'T-1', visit: 1, entry: 1 }, '10:00');
  const used = (quantity: number, value: string, more = {}) =>
    event(
      'MaterialUsed',
      { ...hands, quantity, value, ticket: 'T-1', visit: 1, entry: 1, ...more },
      '10:00',
    );
  const inHand = (quantity: number, value: string, time: '09:00' | '11:00' = '09:00') =>
    event(
      'MaterialTakenIn',
      { ...hands, quantity, value, from: 'main', why: 'issued', slip: 'I-1' },
      time,
    );

  test('[R12] what is used comes out of the hands of whoever uses it, and is no more than they hold', () => {
    given(inHand(3, '10.00')).when(use(1)).then(used(1, '3.33'));
    given(inHand(3, '10.00')).when(use(4)).thenRefusedUnder('R12', 'part-not-in-hand');
    given().when(use(1)).thenRefusedUnder('R12', 'part-not-in-hand');
  });

  test('[R12] told late it was used all the same: what was not in hand is kept as uncovered', () => {
    given(inHand(3, '10.00'))
      .when(inBatch(use(4)))
      .then(used(4, '10.00', { uncovered: 1 }));
    given()
      .when(inBatch(use(1)))
      .then(used(1, '0.00', { uncovered: 1 }));
    given(inHand(3, '10.00', '11:00'))
      .when(inBatch(use(2)))
      .then(used(2, '0.00', { uncovered: 2 }));
    expect(
      fold(stockDecider, [inHand(3, '10.00'), used(4, '10.00', { uncovered: 1 })]),
    ).toMatchObject({
      thousandths: 0,
      value: '0.00',
      uncovered: [{ ticket: 'T-1', visit: 1, thousandths: 1000 }],
    });
  });

  test('[R12] what had left the store before the use, and is signed for only later, explains it', () => {
    const past = [used(2, '0.00', { uncovered: 2 })];
    const arrives = (left: string, quantity = 3) =>
      ask(
        'TakeIn',
        { ...hands, quantity, value: '30.00', from: 'main', why: 'issued', slip: 'I-1', left },
        '11:00',
      );
    const taken = (left: string, quantity = 3) => {
      const { data, ...came } = inHand(quantity, '30.00');
      return { ...came, data: { ...data, left } };
    };
    const explained = (quantity: number, value: string, more = {}) =>
      event('UncoveredUseExplained', {
        ...{ ...hands, quantity, value, ticket: 'T-1', visit: 1, entry: 1 },
        ...more,
      });
    const finding = { finding: 1, article: 'R12', code: 'recorded-after-use' } as const;
    const about = { person: STOREKEEPER.id, remark: 'I-1 → T-1' };
    const confirmedLate = event('FindingRecorded', { ...finding, ...about });
    given(...past)
      .when(arrives(at('10:00')))
      .then(taken(at('10:00')), explained(2, '20.00'), confirmedLate);
    given(...past)
      .when(arrives(at('10:01')))
      .then(taken(at('10:01')));
    given(...past)
      .when(arrives(at('09:00'), 1))
      .then(taken(at('09:00'), 1), explained(1, '30.00', { stillUncovered: 1 }), confirmedLate);
    const after = fold(stockDecider, [...past, taken(at('10:00')), explained(2, '20.00')]);
    expect(after).toMatchObject({ thousandths: 1000, value: '10.00', uncovered: [] });
  });

  test('[R12] what an entry turned out not to have used was in hand all the time, at its value', () => {
    const takeBack = (quantity: number) =>
      ask(
        'TakeUseBack',
        { ...hands, quantity, ticket: 'T-1', visit: 1, entry: 1, usedAt: at('10:00') },
        '15:00',
      );
    const back = (quantity: number, value: string, more = {}) =>
      event(
        'MaterialUseTakenBack',
        {
          ...hands,
          quantity,
          value,
          ticket: 'T-1',
          visit: 1,
          entry: 1,
          usedAt: at('10:00'),
          ...more,
        },
        '15:00',
      );
    const past = [inHand(3, '10.00'), used(4, '10.00', { uncovered: 1 })];
    given(...past)
      .when(takeBack(1))
      .then(back(1, '0.00', { uncovered: 1 }));
    given(...past)
      .when(takeBack(4))
      .then(back(4, '10.00', { uncovered: 1 }));
    const corrected = [...past, back(2, '3.33', { uncovered: 1 })];
    given(...corrected)
      .when(takeBack(1))
      .then(back(1, '3.34'));
    expect(fold(stockDecider, corrected)).toMatchObject({
      thousandths: 1000,
      value: '3.33',
      uncovered: [],
    });
    const more = [inHand(3, '10.00'), used(1, '3.33'), used(1, '3.34')];
    given(...more)
      .when(takeBack(2))
      .then(back(2, '6.67'));
    expect(fold(stockDecider, [...more, back(1, '3.34')])?.uses).toEqual([
      { ticket: 'T-1', entry: 1, thousandths: 1000, value: '3.33' },
    ]);
    expect(availableAt(fold(stockDecider, corrected), at('11:00'))).toBe(1000);
    expect(availableAt(fold(stockDecider, past), at('10:00'), { ticket: 'T-1', entry: 1 })).toBe(
      3000,
    );
    expect(availableAt(fold(stockDecider, past), at('10:00'), { ticket: 'T-1', entry: 2 })).toBe(0);
  });

  test('[R12] what is given back unused comes out of the hands at its value', () => {
    const giveBack = (quantity: number, to = 'main') =>
      ask('ReturnMaterial', { ...hands, quantity, to }, '12:00', pieces);
    const back = { ...hands, quantity: 2, value: '6.67', to: 'main' };
    given(inHand(3, '10.00')).when(giveBack(2)).then(event('MaterialReturned', back));
    given(inHand(3, '10.00')).when(giveBack(4)).thenRefusedUnder('R12', 'not-in-stock');
    given(inHand(3, '10.00'))
      .when(giveBack(1, 'hands-wang-fang'))
      .thenThrows(Invalid, 'into-hands');
    const across = ask('ReturnMaterial', { ...main, quantity: 1, to: 'van-1' }, '12:00', pieces);
    given(received(3)).when(across).thenThrows(Invalid, 'not-in-hands');
  });
});

describe('销', () => {
  const terms = { customer: '孙丽', method: 'wechat' } as const;
  const sell = (quantity: number, price = '48.00') =>
    ask('SellMaterial', { ...main, quantity, price, slip: 'S-1', ...terms }, '10:00', pieces);
  const sold = event(
    'MaterialSold',
    {
      ...main,
      quantity: 2,
      value: '24.00',
      price: '48.00',
      slip: 'S-1',
      seller: 'he-jun',
      ...terms,
    },
    '10:00',
  );

  test('[R15] what is sold says by whom, to whom, for what and how it was paid', () => {
    given(received(5)).when(sell(2)).then(sold);
    given(received(5)).when(sell(6)).thenRefusedUnder('R12', 'not-in-stock');
    given(received(5)).when(sell(2, '0.00')).thenThrows(Invalid, 'price-of-zero');
    given(received(5), sold).when(sell(2)).thenThrows(NotPossible, 'slip-taken');
  });

  test('[R12] who sells has been issued it: out of a store only those who keep it sell, over its counter', () => {
    const by = { id: 'wu-ting', role: 'sales' };
    const own = { sku: main.sku, place: 'hands-wu-ting' };
    const way = { ...own, quantity: 5, value: '60.00', from: 'main', why: 'issued' as const };
    const issuedTo = event('MaterialTakenIn', { ...way, slip: 'I-1' }, '09:00');
    given(received(5))
      .when({ ...sell(2), actor: by })
      .thenThrows(Forbidden, 'not-the-giver');
    given(received(5))
      .when(inBatch({ ...sell(2), actor: by }))
      .thenThrows(Forbidden, 'not-the-giver');
    const ofTheirs = (actor: typeof by) => {
      const of = sell(2);
      return { ...of, actor, data: { ...of.data, ...own } };
    };
    given(issuedTo)
      .when(ofTheirs(by))
      .then({ ...sold, data: { ...sold.data, ...own, seller: 'wu-ting' } });
    given(issuedTo)
      .when(ofTheirs({ id: 'wang-fang', role: 'sales' }))
      .thenThrows(Forbidden, 'not-the-giver');
    given(issuedTo).when(ofTheirs(STOREKEEPER)).thenThrows(Forbidden, 'not-the-giver');
  });

  test('[R15] what is taken back comes at the value at which it went, and never more than went', () => {
    const takeBack = (quantity: number, slip = 'S-1') =>
      ask('TakeBackMaterial', { ...main, quantity, slip, refund: '24.00' }, '11:00', pieces);
    const dearer = { ...received(1, '99.00', 'R-2'), occurredAt: at('10:30') };
    const back = event('MaterialTakenBack', {
      ...main,
      quantity: 1,
      value: '12.00',
      slip: 'S-1',
      seller: 'he-jun',
      refund: '24.00',
      paid: '24.00',
    });
    given(received(5), sold, dearer).when(takeBack(1)).then(back);
    given(received(5), sold, back).when(takeBack(2)).thenThrows(NotPossible, 'more-than-was-sold');
    given(received(5), sold).when(takeBack(1, 'S-2')).thenThrows(NotFound, 'unknown-slip');
    const early = { ...takeBack(1), occurredAt: at('09:59') };
    for (const command of [early, inBatch(early)])
      given(received(5), sold).when(command).thenThrows(Invalid, 'occurred-too-early');
  });
});

describe('what is thrown away, and what cost something else', () => {
  test('[R11] beyond the limit a supervisor or the general manager scraps it', () => {
    const scrap = (quantity: number, by = {}) =>
      ask('ScrapMaterial', { ...main, quantity, reason: '受潮' }, '10:00', { ...pieces, ...by });
    const scrapped = (quantity: number, value: string) =>
      event('MaterialScrapped', { ...main, quantity, value, reason: '受潮' });
    const dear = received(10, '250.00');
    given(dear).when(scrap(2)).then(scrapped(2, '500.00'));
    given(dear).when(scrap(3)).thenRefusedUnder('R11', 'scrap-not-approved');
    for (const by of [SUPERVISOR, MANAGER])
      given(dear).when(scrap(3, { by })).then(scrapped(3, '750.00'));
    given(dear)
      .when(inBatch(scrap(3)))
      .then(
        scrapped(3, '750.00'),
        event('FindingRecorded', {
          finding: 1,
          article: 'R11',
          code: 'scrap-not-approved',
          person: 'he-jun',
        }),
      );
    given(dear).when(scrap(11)).thenRefusedUnder('R12', 'not-in-stock');
  });

  const correct = (unitCost: string, slip = 'R-1') =>
    ask('CorrectReceiptPrice', { ...main, slip, unitCost, reason: '发票更正' }, '12:00');
  const corrected = (unitCost: string, difference: string, gone: number) =>
    event('PriceDifferenceBooked', {
      ...main,
      slip: 'R-1',
      unitCost,
      reason: '发票更正',
      difference,
      gone,
    });
  const gone = event(
    'MaterialScrapped',
    { ...main, quantity: 3, value: '36.00', reason: 'x' },
    '10:00',
  );

  test('[R15] a receipt cost nothing else before it came', () => {
    given(received(5))
      .when({ ...correct('13.00'), occurredAt: at('07:59') })
      .thenThrows(Invalid, 'occurred-too-early');
  });

  test('[R15] a corrected price changes no cost of the past: what is still there gets the difference', () => {
    given(received(5), gone)
      .when(correct('12.50'))
      .then(corrected('12.50', '1.00', 3));
    given(received(5), gone)
      .when(correct('11.00'))
      .then(corrected('11.00', '-2.00', 3));
    given(received(5)).when(correct('12.00')).thenNothing();
    given(received(5)).when(correct('0.00')).thenThrows(Invalid, 'price-of-zero');
    given(received(5)).when(correct('1.00', 'R-2')).thenThrows(NotFound, 'unknown-slip');
    const past = [received(5), gone, corrected('12.50', '1.00', 3)];
    expect(fold(stockDecider, past)?.value).toBe(sumOf(past));
    given(...past)
      .when(correct('13.00'))
      .then(corrected('13.00', '1.00', 3));
  });

  test('[R15] no value lies on no pieces, and none is below zero', () => {
    const all = event(
      'MaterialScrapped',
      { ...main, quantity: 5, value: '60.00', reason: 'x' },
      '10:00',
    );
    given(received(5), all)
      .when(correct('99.00'))
      .then(corrected('99.00', '0.00', 5));
    const cheap = { ...received(5, '1.00', 'R-2'), occurredAt: at('11:00') };
    given(received(5), all, cheap)
      .when(correct('0.50'))
      .then(corrected('0.50', '0.00', 5));
  });
});
