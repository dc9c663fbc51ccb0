import fc from 'fast-check';

/** What people ask of the stores; the numbers choose among what there is when it is asked. */
const KINDS = [
  ['open', 1],
  ['receive', 7],
  ['issue', 9],
  ['accept', 9],
  ['decline', 3],
  ['giveBack', 3],
  ['sell', 4],
  ['takeBack', 4],
  ['scrap', 2],
  ['use', 7],
  ['withdraw', 4],
  ['correctPrice', 2],
  ['reserve', 4],
  ['release', 1],
  ['startCount', 4],
  ['count', 10],
  ['close', 4],
  ['approve', 5],
  ['handOut', 3],
  ['takeTool', 4],
  ['handOn', 2],
  ['bringBack', 2],
] as const;

export type Kind = (typeof KINDS)[number][0];

export const wish = fc.record({
  kind: fc.oneof(
    ...KINDS.map(([kind, weight]) => ({ weight, arbitrary: fc.constant<Kind>(kind) })),
  ),
  sku: fc.constantFrom('BOLT', 'BOLT', 'GLUE', 'BOARD'),
  /** Of the main store, two vans and somebody's hands. */
  place: fc.constantFrom(0, 0, 0, 1, 2, 3, 3),
  to: fc.constantFrom(0, 1, 2, 3, 3, 3),
  which: fc.nat({ max: 11 }),
  quantity: fc.integer({ min: 1, max: 5 }),
  /** Minutes behind the wish before. */
  after: fc.integer({ min: 1, max: 90 }),
  /** Minutes by which it is told late. */
  back: fc.constantFrom(0, 0, 0, 40, 700),
  /** It is told at the same moment as the wish before, by somebody else. */
  together: fc.constantFrom(false, false, false, false, true),
});

export type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never;
