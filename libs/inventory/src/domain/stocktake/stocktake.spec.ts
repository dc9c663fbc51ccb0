import { describe, expect, test } from '@jest/globals';
import { fold, Forbidden, Invalid, NotFound, NotPossible } from '@app/kernel';
import {
  LI_WEI,
  MANAGER,
  STOREKEEPER,
  SUPERVISOR,
  WANG_FANG,
} from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { event as ofStock, main, received, sku } from '../../testing/stock.js';
import { stockDecider } from '../stock/stock.decider.js';
import type { StockEvent } from '../stock/stock.events.js';
import { stocktakeShown } from '../../stocktake-shown.js';
import type { KnownBooks } from './stocktake.commands.js';
import { stocktakeDecider } from './stocktake.decider.js';
import type { Scope, StocktakeEvent } from './stocktake.events.js';
import type { OpenStocktake } from './stocktake.state.js';

const { given, ask, event } = specify(stocktakeDecider, STOREKEEPER, ['R16']);
const stocktake = 'ST-1';
const scope: Scope = { place: 'main', toolClass: 'meter' };
const tool = 'TOOL-1';
const cheap = { lines: [{ ...main, value: '120.00' }], tools: [tool] };
const started = (twice = false, of: Scope = scope) => {
  const line = { ...main, ...(twice && { twice: true as const }) };
  return event('StocktakeStarted', { stocktake, scope: of, lines: [line], tools: [tool] }, '08:30');
};
const pieces = { known: { decimals: 0, unit: '只', class: 'part' } };
const kept = { known: { class: 'meter', status: 'kept' as const } };
const counted = (quantity: number, time: '09:00' | '10:00' | '11:00' = '09:00', by = STOREKEEPER) =>
  event('StockCounted', { stocktake, ...main, quantity }, time, by);
const seen = (there: boolean, by = STOREKEEPER) =>
  event('ToolCounted', { stocktake, tool, there }, '09:05', by);
const noted = (counter: string, time: '09:00' | '10:00' | '11:00' = '09:00') =>
  ofStock('StockCountNoted', { ...main, stocktake, counter, countedAt: at(time) }, time);

/** What the books say, by what has happened in them. */
function books(...past: StockEvent[]): { readonly known: KnownBooks } {
  const stock = fold(stockDecider, past)!;
  const line = { ...main, counts: stock.counts ?? [], books: stock };
  return { known: { lines: [line], tools: [{ tool, status: 'kept', since: at('07:00') }] } };
}
const close = (known: { readonly known: KnownBooks }, by = STOREKEEPER) =>
  ask('CloseStocktake', {}, '12:00', { ...known, by });
const approve = (known: { readonly known: KnownBooks }, by = SUPERVISOR) =>
  ask('ApproveStocktake', {}, '18:00', { ...known, by });
const short = { ...main, counted: 9, book: 10, difference: -1, value: '-12.00' };
const closed = (differences = [short], tools: { tool: string; what: 'missing' }[] = []) =>
  event('StocktakeClosed', { stocktake, counted: 2, differences, tools }, '12:00');
const ten = [received(10), noted(STOREKEEPER.id)];
const approved = (adjusted = 1, unexplained = 1) =>
  event('StocktakeApproved', { stocktake, scope, adjusted, unexplained }, '18:00', SUPERVISOR);

describe('a sheet', () => {
  const start = (data: Scope, known = cheap) =>
    ask('StartStocktake', { stocktake, ...data }, '08:30', { known });

  test('[R16] says what is to be counted and not how many there are, and where two people count', () => {
    given().when(start(scope)).then(started());
    const dear = { lines: [{ ...main, value: '1000.01' }], tools: [tool] };
    given().when(start(scope, dear)).then(started(true));
    given(started()).when(start(scope)).thenThrows(NotPossible, 'already-registered');
  });

  const many = Array.from({ length: 401 }, (_, index) => ({
    ...{ sku: `SKU-${index}`, place: 'main', value: '1.00' },
  }));

  test('[R16] has something on it, and no more than one approval can book', () => {
    const nothing = { lines: [], tools: [] };
    given().when(start({}, nothing)).thenThrows(Invalid, 'nothing-to-count');
    const full = { lines: many, tools: [] };
    for (const tooLong of [scope, { place: 'main', skus: many.map((each) => each.sku) }])
      given().when(start(tooLong, full)).thenThrows(Invalid, 'sheet-too-long');
    for (const unclear of [
      { skus: [sku] },
      { place: 'main', class: 'part', skus: [sku] },
      { toolClass: 'meter', tools: [tool] },
      { place: 'main', skus: [sku], after: 'A' },
      { place: 'main', toolClass: 'meter', upTo: 'A' },
      { place: 'main', after: 'B', upTo: 'B' },
    ])
      given().when(start(unclear)).thenThrows(Invalid, 'scope-is-unclear');
  });
});

describe('counting', () => {
  const count = (quantity: number, more: object = {}) =>
    ask('CountStock', { sku, quantity, ...more }, '09:00', pieces);
  const look = (id: string, known = kept.known) =>
    ask('CountTool', { tool: id, there: true }, '09:05', { known });

  test('[R16] says who found how many, and when', () => {
    given(started()).when(count(9)).then(counted(9));
    given(started()).when(count(0)).then(counted(0));
    given(started()).when(look(tool)).then(seen(true));
  });

  test('[R16] takes what the books do not have there, where all of it is counted', () => {
    const other = { ...main, sku: 'FAN-1' };
    given(started())
      .when(count(1, { sku: 'FAN-1' }))
      .then(event('StockCounted', { stocktake, ...other, quantity: 1 }));
    given(started(false, { place: 'main', skus: [sku] }))
      .when(count(1, { sku: 'FAN-1' }))
      .thenThrows(NotFound, 'not-on-the-sheet');
    given(started(false, { place: 'main', class: 'electric' }))
      .when(count(1, { sku: 'FAN-1' }))
      .thenThrows(NotFound, 'not-on-the-sheet');
    given(started())
      .when(count(1, { place: 'van-1' }))
      .thenThrows(NotFound, 'not-on-the-sheet');
    given(started(false, { class: 'part' }))
      .when(count(1))
      .thenThrows(NotFound, 'not-on-the-sheet');
    given(started())
      .when(look('TOOL-2'))
      .then(event('ToolCounted', { stocktake, tool: 'TOOL-2', there: true }, '09:05'));
    given(started())
      .when(look('TOOL-2', { class: 'pump', status: 'kept' }))
      .thenThrows(NotFound, 'not-on-the-sheet');
  });

  test.each([-1, 1.5, 1_000_001])('[R16] %d pieces is no count', (quantity) => {
    given(started()).when(count(quantity)).thenThrows(Invalid, 'not-a-quantity');
  });

  test.each([
    [-5, 10],
    [4.5, 0.5],
  ])('[R16] neither is %d of one lot and %d of another', (first, second) => {
    const known = { ...pieces.known, tracked: 'lot' as const };
    const byLot = (...quantities: number[]) => {
      const lots = quantities.map((quantity, index) => ({ lot: `L-${index}`, quantity }));
      return { ...count(5, { lots }), known: { ...kept.known, ...known } } as never;
    };
    given(started()).when(byLot(first, second)).thenThrows(Invalid, 'not-a-quantity');
    expect(given(started()).when(byLot(5, 0)).events()).toHaveLength(1);
  });

  test('[R16] is of a stocktake that was begun, and is not over', () => {
    given().when(count(1)).thenThrows(NotFound, 'unknown-stocktake');
    given(started())
      .when(ask('CountStock', { sku, quantity: 1 }, '08:29', pieces))
      .thenThrows(Invalid, 'occurred-too-early');
    const past = [started(), counted(9), seen(true), closed()];
    given(...past)
      .when(count(1))
      .thenThrows(NotPossible, 'stocktake-closed');
    given(...past)
      .when(look(tool))
      .thenThrows(NotPossible, 'stocktake-closed');
  });

  test('[R16] shows no figures to anybody before it has ended', () => {
    const shown = (...events: StocktakeEvent[]) =>
      JSON.stringify(stocktakeShown(fold(stocktakeDecider, events) as OpenStocktake));
    const open = shown(started(), counted(977), seen(false));
    expect(open).not.toMatch(/977|"there"|difference|book/);
    expect(open).toContain('"countedBy":["he-jun"]');
    expect(shown(started(), counted(977), seen(false), closed())).toMatch(
      /977.*"there":false.*-12.00/,
    );
  });
});

describe('closing', () => {
  test('[R16] waits until everything on the sheet is counted', () => {
    given(started(), counted(9))
      .when(close(books(...ten)))
      .thenRefusedUnder('R16', 'not-all-counted');
    given(started(), seen(true))
      .when(close(books(...ten)))
      .thenRefusedUnder('R16', 'not-all-counted');
    given(started(), counted(9), seen(true))
      .when(close(books(received(10))))
      .thenRefusedUnder('R16', 'not-all-counted');
  });

  test('[R16] says what differs in quantity, in value and in tools', () => {
    const past = [started(), counted(9), seen(false)];
    given(...past)
      .when(close(books(...ten)))
      .then(closed([short], [{ tool, what: 'missing' }]));
    const equal = [started(), counted(10), seen(true)];
    given(...equal)
      .when(close(books(...ten)))
      .then(closed([]));
    const lost = { tool, status: 'lost' as const, since: at('07:00') };
    const { lines } = books(...ten).known;
    given(started(), counted(10), seen(true))
      .when(close({ known: { lines, tools: [lost] } }))
      .then(
        event('StocktakeClosed', {
          stocktake,
          counted: 2,
          differences: [],
          tools: [{ tool, what: 'found' }],
        }),
      );
  });

  test('[R16] a count spoiled by movements is made again, be it of pieces or of a tool', () => {
    const gone = ofStock(
      'MaterialIssued',
      { ...main, quantity: 10, value: '120.00', slip: 'x', to: 'van-1' },
      '10:00',
    );
    given(started(), counted(9), seen(true))
      .when(close(books(...ten, gone)))
      .thenRefusedUnder('R16', 'count-is-spoiled');
    const { lines } = books(...ten).known;
    const moved = { tool, status: 'kept' as const, since: at('10:00') };
    given(started(), counted(9), seen(false))
      .when(close({ known: { lines, tools: [moved] } }))
      .thenThrows(NotPossible, 'tool-moved-since');
  });

  test('[R16] two people closing one stocktake: the second is told that it is closed', () => {
    const past = [started(), counted(9), seen(true), closed()];
    given(...past)
      .when(close(books(...ten), MANAGER))
      .thenThrows(NotPossible, 'stocktake-closed');
  });

  test('[R16] it is closed once more where what was told late has changed the differences', () => {
    const late = ofStock(
      'MaterialScrapped',
      { ...main, quantity: 1, value: '12.00', reason: 'x' },
      '08:40',
    );
    const past = [started(), counted(9), seen(true), closed()];
    given(...past)
      .when(approve(books(...ten, late)))
      .thenThrows(NotPossible, 'difference-has-changed');
    given(...past)
      .when(close(books(...ten, late)))
      .then(closed([]));
  });
});

describe('what is worth much', () => {
  const both = [received(10), noted(STOREKEEPER.id), noted(LI_WEI.id, '10:00')];

  test('[R16] is counted by two people', () => {
    given(started(true), counted(9), seen(true))
      .when(close(books(...ten)))
      .thenRefusedUnder('R16', 'second-count-missing');
    given(started(true), counted(9), counted(9, '10:00'), seen(true))
      .when(close(books(received(10), noted(STOREKEEPER.id, '10:00'))))
      .thenRefusedUnder('R16', 'second-count-missing');
    given(started(true), counted(9), counted(9, '10:00', LI_WEI), seen(true))
      .when(close(books(...both)))
      .then(closed());
  });

  test('[R16] who find the same, each beside the books of their own moment, or a third decides', () => {
    const between = ofStock(
      'MaterialIssued',
      { ...main, quantity: 2, value: '24.00', slip: 'x', to: 'van-1' },
      '09:30',
    );
    given(started(true), counted(9), counted(7, '10:00', LI_WEI), seen(true))
      .when(close(books(received(10), noted(STOREKEEPER.id), between, noted(LI_WEI.id, '10:00'))))
      .then(closed([{ ...short, counted: 7, book: 8 }]));
    const apart = [started(true), counted(9), counted(10, '10:00', LI_WEI), seen(true)];
    given(...apart)
      .when(close(books(...both)))
      .thenRefusedUnder('R16', 'second-count-missing');
    given(...apart, counted(9, '11:00', WANG_FANG))
      .when(close(books(...both, noted(WANG_FANG.id, '11:00'))))
      .then(closed());
  });
});

describe('after the closing', () => {
  const past = [started(), counted(9), seen(false), closed([short], [{ tool, what: 'missing' }])];
  const explain = (item: object) =>
    ask('ExplainDifference', { ...item, explanation: '领用未登记' }, '13:00');

  test('[R16] each difference is explained, or not', () => {
    const explained = event(
      'DifferenceExplained',
      { stocktake, ...main, explanation: '领用未登记' },
      '13:00',
    );
    given(...past)
      .when(explain({ sku }))
      .then(explained);
    given(...past)
      .when(explain({ tool }))
      .then(event('DifferenceExplained', { stocktake, tool, explanation: '领用未登记' }));
    given(...past)
      .when(explain({ sku: 'FAN-1' }))
      .thenThrows(NotFound, 'no-such-difference');
    given(...past)
      .when(explain({}))
      .thenThrows(NotFound, 'not-on-the-sheet');
    given(started()).when(explain({ sku })).thenThrows(NotPossible, 'stocktake-counting');
    given(...past, explained)
      .when(approve(books(...ten)))
      .then(approved(2, 1));
    given(...past)
      .when(approve(books(...ten)))
      .then(approved(2, 2));
  });

  test('[R16] a recount opens it for that line alone, and what was counted of it counts no more', () => {
    const again = event(
      'RecountAsked',
      { stocktake, ...main, reason: '差异过大' },
      '13:00',
      SUPERVISOR,
    );
    const recount = (item: object) =>
      ask('AskForRecount', { ...item, reason: '差异过大' }, '13:00', { by: SUPERVISOR });
    given(...past)
      .when(recount({ sku }))
      .then(again);
    given(...past)
      .when(recount({ sku: 'FAN-1' }))
      .thenThrows(NotFound, 'not-on-the-sheet');
    given(...past, again)
      .when(close(books(...ten)))
      .thenRefusedUnder('R16', 'not-all-counted');
    given(...past, again, counted(10, '11:00', LI_WEI))
      .when(close(books(received(10), noted(LI_WEI.id, '11:00'))))
      .then(closed([], [{ tool, what: 'missing' }]));
    given(...past, event('RecountAsked', { stocktake, tool, reason: 'x' }, '13:00'))
      .when(close(books(...ten)))
      .thenRefusedUnder('R16', 'not-all-counted');
  });

  test('[R16] whoever has counted does not approve, not even a supervisor, nor what was counted again', () => {
    const bySupervisor = [started(), counted(9, '09:00', SUPERVISOR), seen(true), closed()];
    const by = books(received(10), noted(SUPERVISOR.id));
    given(...bySupervisor)
      .when(approve(by))
      .thenRefusedUnder('R16', 'counter-approves');
    const somebody = { ...approve(by), actor: { id: 'user:two', role: 'supervisor' } };
    given(...bySupervisor)
      .when(somebody)
      .thenThrows(Forbidden, 'not-an-employee');
    const voided = [
      ...bySupervisor,
      event('RecountAsked', { stocktake, ...main, reason: 'x' }, '13:00'),
      counted(9, '11:00'),
      closed(),
    ];
    const again = books(received(10), noted(STOREKEEPER.id, '11:00'));
    given(...voided)
      .when(approve(again))
      .thenRefusedUnder('R16', 'counter-approves');
    given(...voided)
      .when(approve(again, MANAGER))
      .then(approved());
  });

  test('[R16] two people approving one stocktake: the second is told so; nobody approves an open one', () => {
    given(...past, approved(2, 2))
      .when(approve(books(...ten), MANAGER))
      .thenThrows(NotPossible, 'stocktake-approved');
    given(started(), counted(9), seen(true))
      .when(approve(books(...ten)))
      .thenThrows(NotPossible, 'stocktake-counting');
  });

  test('[R16] it can be cancelled before the approval, and not after it', () => {
    const cancel = ask('CancelStocktake', { reason: '范围有误' }, '13:00');
    const cancelled = event('StocktakeCancelled', { stocktake, reason: '范围有误' }, '13:00');
    for (const events of [past, [started()]])
      given(...events)
        .when(cancel)
        .then(cancelled);
    given(...past, approved(2, 2))
      .when(cancel)
      .thenThrows(NotPossible, 'stocktake-approved');
    given(...past, cancelled)
      .when(approve(books(...ten)))
      .thenThrows(NotPossible, 'stocktake-cancelled');
    given(...past, cancelled)
      .when(close(books(...ten)))
      .thenThrows(NotPossible, 'stocktake-cancelled');
    given(...past, cancelled)
      .when(ask('AskForRecount', { sku, reason: 'x' }))
      .thenThrows(NotPossible, 'stocktake-cancelled');
  });
});

describe('nobody counts or approves for two', () => {
  const asLiWei = { ...SUPERVISOR, onBehalfOf: LI_WEI.id };
  const asWangFang = { ...SUPERVISOR, onBehalfOf: WANG_FANG.id };

  test('[R16] whoever entered a count, or counted, approves in nobody’s place', () => {
    const entered = [started(), counted(9, '09:00', asLiWei), seen(true), closed()];
    given(...entered)
      .when(approve(books(received(10), noted(LI_WEI.id))))
      .thenRefusedUnder('R16', 'counter-approves');
    const own = [started(), counted(9, '09:00', SUPERVISOR), seen(true), closed()];
    given(...own)
      .when(approve(books(received(10), noted(SUPERVISOR.id)), asWangFang))
      .thenRefusedUnder('R16', 'counter-approves');
  });

  test('[R16] two counts that one person entered are no second count', () => {
    const twice = [
      started(true),
      counted(9, '09:00', asLiWei),
      counted(9, '10:00', asWangFang),
      seen(true),
    ];
    const known = books(received(10), noted(LI_WEI.id), noted(WANG_FANG.id, '10:00'));
    given(...twice)
      .when(close(known))
      .thenRefusedUnder('R16', 'second-count-missing');
  });
});
