import { expect, test } from '@jest/globals';
import { Invalid, NotPossible } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { ask, event, given, main, pieces, received } from '../../testing/stock.js';
import { MOST_WORTH } from './bounds.js';
import { worthOf } from './counting.js';
import { evolveStock } from './stock.state.js';

const paper = { supplier: '华东电子', deliveryNote: 'D-77' };
const receive = (quantity: number, unitCost: string) =>
  ask('ReceiveMaterial', { ...main, quantity, unitCost, ...paper }, '08:00', pieces);

test('[R15] what one movement is worth is bounded, so that no sum of it is too large to be kept', () => {
  given().when(receive(1_000_000, '1000.00')).events();
  given().when(receive(1_000_000, '1000.01')).thenThrows(Invalid, 'worth-too-much');
  given().when(receive(1_000_000, '999999999999.99')).thenThrows(Invalid, 'worth-too-much');
  const opening = { ...main, quantity: 1, value: '1000000000.01', source: '2025 年末盘点表' };
  given()
    .when(ask('EnterOpeningStock', opening, '08:00', pieces))
    .thenThrows(Invalid, 'worth-too-much');
});

test('[R15] neither does a corrected price nor what is told late with an old average come to more', () => {
  const correct = { ...main, slip: 'R-1', unitCost: '999999999999.99', reason: 'x' };
  given(received(5))
    .when(ask('CorrectReceiptPrice', correct))
    .thenThrows(Invalid, 'worth-too-much');
  const dear = { ...main, quantity: 0.01, value: MOST_WORTH, source: 'x' };
  const books = evolveStock(undefined, event('OpeningStockEntered', dear));
  expect(() => worthOf(1_000_000_000, books!)).toThrow(Invalid);
});

test('[R15] at one place lies a thousand times the most of one movement at most', () => {
  const most = { ...main, thousandths: 999_999_999_000, value: '12.00', since: 0 };
  const lists = { movements: [], ways: [], requests: [], reservations: [], receipts: [] };
  const more = { sales: [], uses: [], uncovered: [], findings: [], latest: at('07:00') };
  const carried = event('StockCarriedForward', { ...most, ...lists, ...more });
  given(carried).when(receive(1, '1.00')).events();
  given(carried).when(receive(2, '1.00')).thenThrows(NotPossible, 'place-is-full');
});
