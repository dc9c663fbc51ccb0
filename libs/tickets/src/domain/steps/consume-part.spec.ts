import { Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { command, event, givenFor, inBatch, LI_WEI } from '../../testing/ticket.builders.js';
import { consumePart } from './consume-part.js';

const given = givenFor(consumePart);
const { working } = site;
const part = { visit: 1, sku: 'CAP-35', quantity: 2, serial: 'S-9' };
const consume = (inHand: number, quantity = 2) =>
  command('ConsumePart', { ...part, quantity }, '10:10', { known: { inHand } });
const consumed = event('PartConsumed', { ...part, entry: 1, technician: LI_WEI.id });

test('[R10] [R12] parts out of the technician’s hands are used up', () => {
  given(...working)
    .when(consume(2))
    .then(consumed);
});

test('[R12] refuses a part that the technician does not have', () => {
  given(...working)
    .when(consume(1))
    .thenRefusedUnder('R12', 'part-not-in-hand');
});

test.each([0, -1, 1.5])('%d is no number of parts', (quantity) => {
  given(...working)
    .when(consume(9, quantity))
    .thenThrows(Invalid, 'not-a-quantity');
});

test('[R10] a part of before the start of the work is taken, and found', () => {
  given(...site.readyToWork)
    .when(consume(2))
    .then(consumed, past.found(1, 'R10', 'work-not-started'));
});

test('[V17] refuses to go on with an external cause until the charge is signed', () => {
  given(...working, site.externalCause())
    .when(consume(2))
    .thenRefusedUnder('V17', 'charge-not-signed');
  given(...working, site.externalCause(), site.quoteSigned())
    .when(consume(2))
    .then(consumed);
});

test('[V19] nothing is used up while work is broken off', () => {
  given(...working, site.suspended())
    .when(consume(2))
    .thenThrows(NotPossible, 'work-suspended');
});

test('[R12] refuses the same serial number twice on one ticket, however it is written', () => {
  given(...working, consumed)
    .when(consume(9))
    .thenRefusedUnder('R12', 'serial-used-before');
  const small = { ...consume(9), data: { ...part, serial: ' s-9' } };
  given(...working, consumed)
    .when(small)
    .thenRefusedUnder('R12', 'serial-used-before');
  const other = { ...consume(9), data: { ...part, serial: 'S-10' } };
  expect(
    given(...working, consumed)
      .when(other)
      .events(),
  ).toHaveLength(1);
});

test('[R12] told late, the same serial number twice is stored and found', () => {
  const events = given(...working, consumed)
    .when(inBatch(consume(9)))
    .events();
  expect(events).toMatchObject([
    { type: 'PartConsumed' },
    { type: 'FindingRecorded', data: { article: 'R12', code: 'serial-used-before' } },
  ]);
});

test('[R12] of a lot that has expired nothing is used, and told late it is found', () => {
  const { known: _, ...asked } = consume(2);
  const ofOld = { ...asked, known: { inHand: 2, expired: ['L-1'] } };
  given(...working)
    .when(ofOld)
    .thenRefusedUnder('R12', 'lot-expired');
  const events = given(...working)
    .when(inBatch(ofOld))
    .events();
  expect(events).toMatchObject([
    { type: 'PartConsumed' },
    { type: 'FindingRecorded', data: { code: 'lot-expired', person: LI_WEI.id } },
  ]);
});
