import { expect, test } from '@jest/globals';
import { fold, NotPossible } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { unitDecider } from '../unit/unit.decider.js';
import type { UnitEvent } from '../unit/unit.events.js';
import { markCommands } from './mark.commands.js';
import { markDecider, markStreams, type MarkKind } from './mark.js';

const { given, ask, event } = specify(markDecider, SUPERVISOR, (type) =>
  type === 'MarkPut' ? ['V12'] : ['R8'],
);
const on = (unit: string, kind: MarkKind = 'barcode') => ({ kind, number: 'BC-1', unit });

test('[V12] a barcode is on one unit, and stays there when it is said again', () => {
  given()
    .when(ask('PutMark', on('U-1')))
    .then(event('MarkPut', on('U-1')));
  const put = event('MarkPut', on('U-1'));
  given(put)
    .when(ask('PutMark', on('U-1')))
    .thenNothing();
  given(put)
    .when(ask('PutMark', on('U-2')))
    .thenThrows(NotPossible, 'barcode-of-another-unit');
});

test('[V11] a document may name several units, two hundred at most', () => {
  const put = (unit: string) => event('MarkPut', on(unit, 'document'));
  const named = (unit: string) => ({ ...put(unit), articles: ['V11'] });
  given(put('U-1'))
    .when(ask('PutMark', on('U-2', 'document')))
    .then(named('U-2'));
  const many = Array.from({ length: 200 }, (_, n) => put(`U-${n}`));
  given(...many)
    .when(ask('PutMark', on('U-x', 'document')))
    .thenThrows(NotPossible, 'too-many-units');
  given(...many.slice(1))
    .when(ask('PutMark', on('U-x', 'document')))
    .then(named('U-x'));
});

test('[R8] a document is taken off a unit that does not have it, once', () => {
  const put = event('MarkPut', on('U-1', 'document'));
  const off = event('MarkTakenOff', on('U-1', 'document'));
  given(put)
    .when(ask('TakeMarkOff', on('U-1', 'document')))
    .then(off);
  given(put, off)
    .when(ask('TakeMarkOff', on('U-1', 'document')))
    .thenNothing();
});

test('a number in small letters is the same', () => {
  expect(markStreams.named({ kind: 'barcode', number: 'bc-1' })).toBe('mark-barcode:BC-1');
});

const ofUnit = eventOf<UnitEvent>(SUPERVISOR);
const said = { product: '门铃', documents: ['W-1', 'HT-1'] };
const registered = ofUnit('UnitRegistered', {
  unit: 'U-1',
  kind: 'system',
  ...said,
  components: [{ barcode: 'BC-1', name: '分机' }],
});
const asked = (now: UnitEvent, ...past: UnitEvent[]) =>
  markCommands([now], fold(unitDecider, past), { commandId: 'id' }).map(
    ({ stream, commands: [{ type, data }] }) => `${type} ${stream} ${data.unit}`,
  );

test('[V11] [V12] a unit is found by its documents and the barcodes of its components', () => {
  expect(asked(registered)).toEqual([
    'PutMark mark-barcode:BC-1 U-1',
    'PutMark mark-document:W-1 U-1',
    'PutMark mark-document:HT-1 U-1',
  ]);
  const component = { barcode: 'bc-2', name: '分机' };
  expect(asked(ofUnit('ComponentAdded', { unit: 'U-1', component }), registered)).toEqual([
    'PutMark mark-barcode:BC-2 U-1',
  ]);
});

test('[V12] what was replaced is still found by its barcode, and so is what took its place', () => {
  const by = { barcode: 'BC-3', name: '分机' };
  const swapped = ofUnit('ComponentReplaced', { unit: 'U-1', replaced: 'BC-1', by });
  expect(asked(swapped, registered)).toEqual(['PutMark mark-barcode:BC-3 U-1']);
});

test('[R8] a document that the file does not say any more is taken off, in whatever letters it stays', () => {
  const corrected = ofUnit('UnitCorrected', {
    unit: 'U-1',
    product: '门铃',
    documents: ['W-2', 'ht-1'],
    reason: '凭证号抄错',
  });
  expect(asked(corrected, registered)).toEqual([
    'TakeMarkOff mark-document:W-1 U-1',
    'PutMark mark-document:W-2 U-1',
    'PutMark mark-document:HT-1 U-1',
  ]);
});

test('a number that is said twice is put on once', () => {
  const twice = { ...registered, data: { ...registered.data, documents: ['W-1', 'w-1'] } };
  expect(asked(twice as UnitEvent)).toHaveLength(2);
});
