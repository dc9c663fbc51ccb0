import { describe, expect, test } from '@jest/globals';
import { Invalid, NotFound } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { main } from '../../testing/stock.js';
import type { KnownSheet } from './stocktake.commands.js';
import { stocktakeDecider } from './stocktake.decider.js';
import type { Scope, StocktakeStarted } from './stocktake.events.js';

const { given, ask, event } = specify(stocktakeDecider, STOREKEEPER, ['R16']);
const stocktake = 'ST-1';
const pieces = { known: { decimals: 0, unit: '只', class: 'part' } };
const meter = { known: { class: 'meter', status: 'kept' as const } };
const started = (scope: Scope) =>
  event('StocktakeStarted', { stocktake, scope, lines: [main], tools: [] }, '08:30');

describe('a place that is more than one sheet has', () => {
  const numbered = (of: string, index: number) => `${of}-${String(index).padStart(4, '0')}`;
  const lines = (count: number, place = (_: number) => 'main') =>
    Array.from({ length: count }, (_, index) => ({
      ...{ sku: numbered('SKU', index + 1), place: place(index), value: '1.00' },
    }));
  const scopeOf = (data: Scope, known: KnownSheet) => {
    const [begun] = given()
      .when(ask('StartStocktake', { stocktake, ...data }, '08:30', { known }))
      .events();
    const { scope: is, lines: on, tools } = begun!.data as StocktakeStarted['data'];
    return [is, on.length, tools.length];
  };

  test('[R16] is counted whole all the same: a sheet ends after so many and says where, another goes on there', () => {
    const some = { lines: lines(401), tools: [] };
    expect(scopeOf({ place: 'main' }, some)).toEqual([{ place: 'main', upTo: 'SKU-0400' }, 400, 0]);
    const rest = { lines: lines(1), tools: [] };
    const next = { place: 'main', after: 'SKU-0400' };
    expect(scopeOf(next, rest)).toEqual([next, 1, 0]);
    expect(scopeOf(next, { lines: [], tools: [] })).toEqual([next, 0, 0]);
    const tools = lines(500).map((each) => each.sku);
    expect(scopeOf({ toolClass: 'meter' }, { lines: [], tools })).toEqual([
      { toolClass: 'meter', upTo: 'SKU-0400' },
      0,
      400,
    ]);
  });

  test('[R16] a material is on one sheet wherever it is', () => {
    const two = lines(399).concat(
      ['main', 'van-1'].map((place) => ({ sku: 'SKU-0400', place, value: '1.00' })),
    );
    expect(scopeOf({ class: 'part' }, { lines: two, tools: [] })).toEqual([
      { class: 'part', upTo: 'SKU-0399' },
      399,
      0,
    ]);
    const one = lines(401, (index) => `van-${index}`).map((each) => ({ ...each, sku: 'SKU-1' }));
    given()
      .when(
        ask('StartStocktake', { stocktake, class: 'part' }, '08:30', {
          known: { lines: one, tools: [] },
        }),
      )
      .thenThrows(Invalid, 'sheet-too-long');
  });

  test('[R16] what is found there belongs to the sheet of its number', () => {
    const count = (id: string) => ask('CountStock', { sku: id, quantity: 1 }, '09:00', pieces);
    const part = started({ place: 'main', after: 'B', upTo: 'D' });
    given(part)
      .when(count('C-1'))
      .then(event('StockCounted', { stocktake, ...main, sku: 'C-1', quantity: 1 }));
    for (const other of ['B', 'D-1'])
      given(part).when(count(other)).thenThrows(NotFound, 'not-on-the-sheet');
    const tools = started({ toolClass: 'meter', upTo: 'M-5' });
    given(tools)
      .when(ask('CountTool', { tool: 'M-6', there: true }, '09:05', meter))
      .thenThrows(NotFound, 'not-on-the-sheet');
  });
});
