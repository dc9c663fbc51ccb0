import { expect, test } from '@jest/globals';
import type { EmployeeDismissed, EmployeeLeft, EmployeeRegistered } from '@app/department';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { fold, plusMinutes } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf, inBatch } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { stockDecider } from '../domain/stock/stock.decider.js';
import { ask, event, given, hands, pieces, received } from '../testing/stock.js';
import { askForMaterialsWhenEmployeeLeaves } from './ask-for-materials-when-employee-leaves.js';

const employee = 'li-wei';
const taken = (quantity: number, sku = hands.sku) => {
  const worth = { quantity, value: `${12 * quantity}.00`, from: 'main', why: 'issued' } as const;
  return event('MaterialTakenIn', { ...hands, sku, ...worth }, '08:00');
};
const used = (quantity: number, sku = hands.sku) => {
  const on = { ticket: 'T-1', visit: 1, entry: 1 };
  return event('MaterialUsed', { ...hands, sku, quantity, value: '12.00', ...on }, '08:30');
};
const left = (who = employee) =>
  eventOf<EmployeeLeft>(SUPERVISOR)('EmployeeLeft', { employee: who });
const dismissed = eventOf<EmployeeDismissed>(SUPERVISOR)('EmployeeDismissed', {
  employee,
  because: { employee, year: '2026', case: 1 },
});
const registered = eventOf<EmployeeRegistered>(SUPERVISOR)('EmployeeRegistered', {
  ...{ employee, name: '李伟', department: 'repair', supervisor: false },
});
const leaving = processOf(askForMaterialsWhenEmployeeLeaves);
const asks = (sku: string, more: object = { leftAt: at('09:00') }) => ({
  category: 'stock',
  id: sku,
  type: 'AskForMaterial',
  data: { sku, place: hands.place, employee, ...more },
});

test('[R12] whoever leaves is asked for every material that is in their hands, and for no other', () => {
  const past = [received(5), taken(2), taken(1, 'FAN'), used(1), taken(1, 'USED'), used(1, 'USED')];
  leaving
    .given(...recorded('stock-x', [...past, left()]))
    .thenCommands(asks(hands.sku), asks('FAN'));
  leaving.given(...recorded('stock-x', [...past, left('wang-fang')])).thenNothing();
  leaving.given(...recorded('stock-x', [left()])).thenNothing();
  leaving.given(...recorded('stock-x', [taken(1), left(), left()])).thenCommands(asks(hands.sku));
  leaving.given(...recorded('stock-x', [taken(1), dismissed])).thenCommands(asks(hands.sku));
});

test('[R12] whoever has left and is signed for later is asked for that at once, until they are back', () => {
  leaving
    .given(...recorded('stock-x', [left(), taken(1), used(1), taken(1, 'FAN')]))
    .thenCommands(asks(hands.sku, {}), asks('FAN', {}));
  leaving.given(...recorded('stock-x', [left(), registered, taken(1)])).thenNothing();
});

const askFor = ask('AskForMaterial', { ...hands, employee }, '10:00');
const asked = event('MaterialAskedBack', { ...hands, quantity: 2, employee }, '10:00');
const finding = { finding: 1, article: 'R12', code: 'material-kept-on-leaving' } as const;
const kept = event('FindingRecorded', { ...finding, person: employee }, '10:00');

test('[R12] what they still have then is told by quantity, and found once', () => {
  given(taken(2)).when(askFor).then(asked, kept);
  given(taken(2), asked, kept).when(askFor).then(asked);
  given(taken(1), used(1)).when(askFor).thenNothing();
  given().when(askFor).thenNothing();
});

test('[R12] it is found as of when they left, also where that is told only later', () => {
  const told = ask('AskForMaterial', { ...hands, employee, leftAt: at('08:30') }, '10:00');
  const [, found] = given(taken(2)).when(told).events();
  expect(found).toMatchObject({ type: 'FindingRecorded', occurredAt: at('08:30') });
});

test('[R12] what had come back by the end of their last day, told then or later, was not kept', () => {
  const back = (quantity: number, time: string) => {
    const command = ask('ReturnMaterial', { ...hands, to: 'main', quantity }, '09:00', pieces);
    return inBatch({ ...command, occurredAt: time });
  };
  const types = (quantity: number, time: string) =>
    stockDecider
      .decide(back(quantity, time), fold(stockDecider, [taken(2), asked, kept]))
      .map(({ type }) => type);
  expect(types(2, at('09:00'))).toEqual(['MaterialReturned', 'FindingWithdrawn']);
  expect(types(2, at('23:59'))).toEqual(['MaterialReturned', 'FindingWithdrawn']);
  expect(types(1, at('09:00'))).toEqual(['MaterialReturned']);
  expect(types(2, plusMinutes(at('23:59'), 1))).toEqual(['MaterialReturned']);
});
