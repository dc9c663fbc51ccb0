import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fen, yuan } from '@app/kernel';
import type { ChargeBasis, QuoteLine } from '../ticket/ticket.values.js';
import { doneOf, repairedOf, type WorkDone } from './done-lines.js';

const line = (more: Partial<QuoteLine>): QuoteLine => ({
  item: 'labour',
  amount: '100.00',
  basis: 'out-of-cover',
  ...more,
});
const labour = (hours: string, entry = 1): WorkDone => ({ entry, hours });
const part = (sku: string, quantity = 1, entry = 1): WorkDone => ({ entry, sku, quantity });
const camera = (basis: ChargeBasis) => line({ item: 'parts', sku: 'CAM', amount: '600.00', basis });
const cable = line({ item: 'parts', what: '线缆', amount: '45.00', basis: 'external-cause' });
const two = line({ item: 'parts', sku: 'CAP', quantity: 2, amount: '80.00' });

test.each<[string, QuoteLine[], WorkDone[], string[]]>([
  ['labour that nobody did', [line({})], [], ['0.00']],
  ['a sum for the labour, some of which was done', [line({})], [labour('0.25')], ['100.00']],
  ['an hour of two', [line({ hours: '2.00' })], [labour('1.00')], ['50.00']],
  [
    'hours of several people',
    [line({ hours: '2.00' })],
    [labour('0.50'), labour('1.00', 2)],
    ['75.00'],
  ],
  [
    'twenty minutes of an hour, of which no part is lost',
    [line({ hours: '1.00' })],
    [{ entry: 1, hours: '0.33', seconds: 1200 }],
    ['33.33'],
  ],
  [
    'an hour in three parts, which is the whole',
    [line({ hours: '1.00' })],
    [1, 2, 3].map((entry) => ({ entry, hours: '0.33', seconds: 1200 })),
    ['100.00'],
  ],
  ['more hours than were quoted', [line({ hours: '2.00' })], [labour('3.00')], ['100.00']],
  [
    'a part of a fen, which is rounded half up',
    [line({ amount: '0.01', hours: '2.00' })],
    [labour('1.00')],
    ['0.01'],
  ],
  ['labour, and a part that was not used', [line({}), two], [labour('0.50')], ['100.00', '0.00']],
  ['one of two pieces', [two], [part('CAP')], ['40.00']],
  ['another part than the one that was quoted', [two], [part('OTHER')], ['0.00']],
  [
    'the coming, and no work',
    [line({ item: 'call-out', amount: '50.00' }), line({})],
    [],
    ['50.00', '0.00'],
  ],
  [
    'what is nothing of these, before any work',
    [line({ item: 'other', what: '清运' })],
    [],
    ['0.00'],
  ],
  [
    'what is nothing of these, once work was done',
    [line({ item: 'other', what: '清运' })],
    [labour('0.50')],
    ['100.00'],
  ],
  ['the camera and not the cable', [camera('covered'), cable], [part('CAM')], ['600.00', '0.00']],
  [
    'the camera and the cable',
    [camera('covered'), cable],
    [part('CAM'), part('UTP', 3, 2)],
    ['600.00', '45.00'],
  ],
  [
    'one part, which may be the covered one',
    [cable, line({ item: 'parts', basis: 'covered' })],
    [part('UTP')],
    ['0.00', '100.00'],
  ],
  [
    'one part, which may be the cheaper one',
    [line({ item: 'parts' }), cable],
    [part('UTP')],
    ['0.00', '45.00'],
  ],
  [
    'pieces that cover and customer share, cover first',
    [camera('external-cause'), camera('covered')],
    [part('CAM')],
    ['0.00', '600.00'],
  ],
])('[V23] a broken-off repair charges %s', (_, lines, work, amounts) => {
  expect(doneOf(lines, work).map(yuan)).toEqual(amounts);
});

test('[V17] a repair that brought the service back is charged as signed, but for pieces that were not used', () => {
  const lines = [line({ hours: '2.00' }), cable, two];
  expect(repairedOf(lines, [labour('0.50'), part('CAP', 1, 2)]).map(yuan)).toEqual([
    '100.00',
    '45.00',
    '40.00',
  ]);
});

const anyLine = fc.record({
  item: fc.constantFrom('labour' as const, 'parts' as const, 'call-out' as const, 'other' as const),
  amount: fc.bigInt({ min: 0n, max: 100_000n }).map(yuan),
  basis: fc.constantFrom('covered' as const, 'out-of-cover' as const, 'external-cause' as const),
  sku: fc.constantFrom('A', 'B', undefined),
  quantity: fc.integer({ min: 1, max: 3 }),
  hours: fc.constantFrom('0.01', '1.50', undefined),
});
const anyWork = fc.oneof(
  fc.record({ hours: fc.constantFrom('0.25', '1.00') }),
  fc.record({ sku: fc.constantFrom('A', 'B', 'C'), quantity: fc.integer({ min: 1, max: 3 }) }),
);

test('[V23] no line is charged beyond what was signed, and more work never makes the whole cheaper', () => {
  const total = (amounts: readonly bigint[]) => amounts.reduce((sum, each) => sum + each, 0n);
  fc.assert(
    fc.property(
      fc.array(anyLine, { maxLength: 4 }),
      fc.array(anyWork, { maxLength: 4 }),
      (made, works) => {
        const lines = made.map(({ sku, hours, ...rest }) => ({
          ...rest,
          ...(sku !== undefined && { sku }),
          ...(hours !== undefined && { hours }),
        }));
        const work = works.map((each, index) => ({ ...each, entry: index + 1 }));
        const done = doneOf(lines, work);
        done.forEach((each, index) => {
          expect(each).toBeGreaterThanOrEqual(0n);
          expect(each).toBeLessThanOrEqual(fen(lines[index]!.amount));
        });
        expect(total(done)).toBeGreaterThanOrEqual(total(doneOf(lines, work.slice(0, -1))));
      },
    ),
  );
});
