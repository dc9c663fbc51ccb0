import { describe, expect, test } from '@jest/globals';
import { fold, Invalid } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { lotInHand } from '../../application/lot-in-hand.js';
import { ask, event, given, hands, main } from '../../testing/stock.js';
import { stockDecider } from './stock.decider.js';
import type { StockEvent } from './stock.events.js';

const kept = { known: { decimals: 0, unit: '支', tracked: 'lot' as const } };
const paper = { supplier: '华东电子', deliveryNote: 'D-77' };
const old = { lot: 'OLD', quantity: 2, expires: '2026-03-01' };
const fresh = { lot: 'NEW', quantity: 2, expires: '2026-12-31' };
const receive = (slip: string, lot: { lot: string; quantity: number; expires?: string }) =>
  ask(
    'ReceiveMaterial',
    { ...main, quantity: lot.quantity, lots: [lot], unitCost: '15.00', slip, ...paper },
    '08:00',
    kept,
  );
const came = (...lots: (typeof old)[]) =>
  lots.flatMap((lot, index) =>
    given()
      .when(receive(`R-${index}`, lot))
      .events(),
  );
const issue = (to: string, intoVan?: true) => {
  const data = { ...main, quantity: 2, to, lots: [{ lot: 'OLD', quantity: 2 }], slip: 'I-1' };
  return ask('IssueMaterial', data, '09:00', {
    known: { ...kept.known, ...(intoVan && { intoVan }) },
  });
};

describe('[R12] what has expired', () => {
  test('goes into no van, which takes it along, and back into a store', () => {
    given(...came(old))
      .when(issue('van-1', true))
      .thenRefusedUnder('R12', 'lot-expired');
    expect(
      given(...came(old))
        .when(inBatch(issue('van-1', true)))
        .events(),
    ).toMatchObject([{ type: 'MaterialIssued' }, { data: { code: 'lot-expired' } }]);
    const [back, ...others] = given(...came(old))
      .when(issue('store-2'))
      .events();
    expect([back!.type, others]).toEqual(['MaterialIssued', []]);
  });

  test('is known of what is used of it, also where the lot was not in hand, and first what expires first', () => {
    const way = { ...hands, from: 'main', why: 'issued' as const, slip: 'I-1' };
    const inHand = (...lots: (typeof old)[]) =>
      fold(
        stockDecider,
        lots.map((lot) =>
          event('MaterialTakenIn', { ...way, quantity: 2, value: '30.00', lots: [lot] }, '08:00'),
        ),
      );
    const asked = (quantity: number, lot?: string) => ({
      ...{ quantity, at: at('09:00'), late: true },
      ...(lot !== undefined && { lot }),
    });
    const both = inHand(fresh, old);
    expect(lotInHand(asked(1, 'old'), both)).toEqual({ inHand: 2, expired: ['OLD'] });
    expect(lotInHand(asked(1, 'new'), both)).toEqual({ inHand: 2 });
    expect(lotInHand(asked(2), both)).toEqual({ inHand: 4, expired: ['OLD'] });
    expect(lotInHand(asked(2), inHand(fresh))).toEqual({ inHand: 2 });
    const gone = [
      event('MaterialTakenIn', { ...way, quantity: 2, value: '30.00', lots: [old] }, '08:00'),
      event(
        'MaterialReturned',
        { ...hands, quantity: 2, value: '30.00', to: 'main', lots: [old] },
        '08:30',
      ),
    ];
    const empty = fold(stockDecider, gone);
    expect(lotInHand(asked(1, 'OLD'), empty)).toEqual({ inHand: 0, expired: ['OLD'] });
  });
});

describe('[R12] a lot that is all gone', () => {
  const gone = (): StockEvent[] => {
    const scrap = { ...main, quantity: 2, reason: '受潮' };
    return [
      ...came(fresh),
      ...given(...came(fresh))
        .when(ask('ScrapMaterial', scrap, '09:00', kept))
        .events(),
    ];
  };

  test('keeps its date for what comes back of it without one', () => {
    const again = given(...gone())
      .when(receive('R-9', { lot: 'NEW', quantity: 1 }))
      .events();
    expect(again).toMatchObject([
      { data: { lots: [fresh.expires].map((expires) => ({ lot: 'NEW', expires })) } },
    ]);
    expect(fold(stockDecider, [...gone(), ...again])).toMatchObject({
      lots: [{ lot: 'NEW', thousandths: 1000, expires: fresh.expires }],
    });
  });

  test('is not said to expire otherwise', () => {
    const otherwise = { lot: 'NEW', quantity: 1, expires: '2027-06-30' };
    given(...gone())
      .when(receive('R-9', otherwise))
      .thenThrows(Invalid, 'lot-expires-otherwise');
    const carried = { ...fold(stockDecider, gone())!, since: 0 };
    given(event('StockCarriedForward', carried))
      .when(receive('R-9', otherwise))
      .thenThrows(Invalid, 'lot-expires-otherwise');
  });
});
