import { Invalid, NotFound, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import { at, command, event, givenFor, ticketAfter } from '../../testing/ticket.builders.js';
import type { CorrectPart } from '../ticket/ticket.commands.js';
import { piecesUsed } from '../visit/work-entries.js';
import { correctPart } from './correct-part.js';

const given = givenFor(correctPart);
const reason = '多记一件';
const used = [...site.working, site.partConsumed({ serial: 'S-9' })];
const correct = (more: Partial<CorrectPart['data']>, inHand = 2, time = '11:00') =>
  command('CorrectPart', { entry: 1, reason, ...more }, time, { known: { inHand } });
const before = { sku: 'CAP-35', quantity: 2, serial: 'S-9' };
const named = { visit: 1, entry: 1, technician: 'li-wei', before, reason };
const corrected = (now: { sku?: string; quantity?: number; serial?: string }) =>
  event('PartCorrected', { ...named, sku: 'CAP-35', quantity: 2, ...now });
const withdrawn = event('PartWithdrawn', named);
const notHeld = (finding: number, quantity: number) => ({
  finding,
  article: 'R12' as const,
  code: 'part-not-in-hand',
  visit: 1,
  person: 'li-wei',
  remark: `CAP-35 × ${quantity}`,
});
const foundThen = (data: ReturnType<typeof notHeld>) => ({
  ...event('FindingRecorded', data),
  occurredAt: at('10:10'),
});
const disproved = (finding: number, type: string) =>
  event('FindingWithdrawn', {
    finding,
    article: 'R12',
    disprovedBy: { type, occurredAt: at('11:00') },
  });

test('[R10] [R12] a part that was put down wrongly is set right, and what it said is kept', () => {
  given(...used)
    .when(correct({ quantity: 1 }))
    .then(corrected({ quantity: 1, serial: 'S-9' }));
  given(...used)
    .when(correct({ serial: 'S-10' }))
    .then(corrected({ serial: 'S-10' }));
  given(...used)
    .when(correct({ sku: 'CAP-40' }))
    .then(corrected({ sku: 'CAP-40' }));
});

test('[R12] a part that turned out unused is withdrawn, and its serial number can be used', () => {
  given(...used)
    .when(correct({ withdrawn: true }))
    .then(withdrawn);
  expect(piecesUsed(ticketAfter(...used))).toEqual(['CAP-35/S-9']);
  expect(piecesUsed(ticketAfter(...used, withdrawn))).toEqual([]);
  given(...used, withdrawn)
    .when(correct({ withdrawn: true }))
    .thenThrows(NotPossible, 'entry-withdrawn');
});

test('a correction names an entry of parts, with a number of pieces', () => {
  given(...site.working, site.labourLogged('09:50', '10:00'))
    .when(correct({ quantity: 1 }))
    .thenThrows(NotFound, 'unknown-entry');
  given(...used)
    .when(correct({ quantity: 0 }))
    .thenThrows(Invalid, 'not-a-quantity');
  given(...used)
    .when(correct({ quantity: 2 }))
    .thenThrows(NotPossible, 'nothing-corrected');
});

test('[R12] more than was in hand is refused while it can be prevented, and found afterwards', () => {
  given(...used)
    .when(correct({ quantity: 3 }, 2, '10:15'))
    .thenRefusedUnder('R12', 'part-not-in-hand');
  const events = given(...used)
    .when(correct({ quantity: 3 }))
    .events();
  expect(events).toMatchObject([
    { type: 'PartCorrected', data: { quantity: 3 } },
    { type: 'FindingRecorded', occurredAt: at('10:10'), data: notHeld(1, 3) },
  ]);
});

test('[R12] what was found of it is judged by what it says now', () => {
  given(...used, foundThen(notHeld(1, 2)))
    .when(correct({ quantity: 1 }, 1))
    .then(corrected({ quantity: 1, serial: 'S-9' }), disproved(1, 'PartCorrected'));
  given(...used, foundThen(notHeld(1, 2)))
    .when(correct({ serial: 'S-10' }, 1))
    .then(corrected({ serial: 'S-10' }));
  given(...used, foundThen(notHeld(1, 2)))
    .when(correct({ withdrawn: true }, 1))
    .then(withdrawn, disproved(1, 'PartWithdrawn'));
});

/** The same piece twice, the second time told late, and found. */
const twice = [
  ...used,
  site.partConsumed({ entry: 2, quantity: 1, serial: 's-9' }, '10:20'),
  {
    ...event('FindingRecorded', { ...notHeld(1, 1), code: 'serial-used-before' }),
    occurredAt: at('10:20'),
  },
];

test('[R12] one piece is used once: whichever of the two is corrected, it is found no longer', () => {
  given(...twice)
    .when(correct({ withdrawn: true }))
    .then(withdrawn, disproved(1, 'PartWithdrawn'));
  const second = given(...twice)
    .when(correct({ entry: 2, serial: 'S-11' }))
    .events();
  expect(second).toMatchObject([{ type: 'PartCorrected' }, { type: 'FindingWithdrawn' }]);
  given(...twice)
    .when(correct({ serial: 'S-12' }))
    .then(corrected({ serial: 'S-12' }), disproved(1, 'PartCorrected'));
  given(...twice)
    .when(correct({ quantity: 1 }))
    .then(corrected({ quantity: 1, serial: 'S-9' }));
});

test('[R12] a serial number that another entry has is refused, or found', () => {
  const other = [...used, site.partConsumed({ entry: 2, quantity: 1, serial: 'S-11' }, '10:55')];
  given(...other)
    .when(correct({ entry: 2, serial: 's-9' }))
    .thenRefusedUnder('R12', 'serial-used-before');
  const events = given(...other)
    .when(correct({ serial: 'S-11' }))
    .events();
  expect(events).toMatchObject([
    { type: 'PartCorrected' },
    { type: 'FindingRecorded', data: { code: 'serial-used-before' } },
  ]);
});

test('[R12] a lot that had expired is found where it is named only now, and no longer where it was another', () => {
  const ofLot = (lot: string, expired: readonly string[] = []) =>
    command('CorrectPart', { entry: 1, reason, lot }, '11:00', { known: { inHand: 2, expired } });
  const toOld = given(...used)
    .when(ofLot('OLD', ['OLD']))
    .events();
  expect(toOld).toMatchObject([
    { type: 'PartCorrected', data: { lot: 'OLD' } },
    { type: 'FindingRecorded', occurredAt: at('10:10'), data: { code: 'lot-expired' } },
  ]);
  const found = foundThen({ ...notHeld(1, 2), code: 'lot-expired' });
  const toNew = given(...used, found)
    .when(ofLot('NEW'))
    .events();
  expect(toNew).toMatchObject([{ type: 'PartCorrected' }, { type: 'FindingWithdrawn' }]);
});
