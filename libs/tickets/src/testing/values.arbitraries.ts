import fc from 'fast-check';
import { plusMinutes, type Span } from '@app/kernel';
import { at } from './ticket.builders.js';

/** Made-up values, more often sensible than not, so that made-up stories get far. */
export const mostly = fc.integer({ min: 0, max: 11 }).map((n) => n > 0);
export const seldom = mostly.map((yes) => !yes);
export const text = fc.oneof(
  fc.constantFrom('更换电容', '堵车', '孙丽'),
  fc.string({ minLength: 1, maxLength: 8 }),
);
export const visit = fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3);
/** What a fault came of. */
export const cause = fc.constantFrom(
  'company-product' as const,
  'external' as const,
  'no-fault' as const,
);
/** What nobody may do at a customer's. */
export const conduct = fc.constantFrom(
  'gift-taken' as const,
  'belongings-touched' as const,
  'gossip' as const,
  'damage' as const,
  'rooms-disrespected' as const,
  'things-forgotten' as const,
  'knocked-over' as const,
  'rudeness' as const,
);
export const employee = fc.constantFrom('li-wei', 'li-wei', 'li-wei', 'wang-fang');
export const money = fc.constantFrom('48.50', '80.00', '128.50');
export const image = fc.constant(
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
);
export const photos = fc.array(image, { maxLength: 1 });

/** Within ten hours of 08:00 on the tests' business day, in steps of ten minutes. */
export const instant = fc
  .integer({ min: 0, max: 60 })
  .map((tens) => plusMinutes(at('08:00'), tens * 10));

/** Some ten minutes to some hours; now and then none at all. */
export const span: fc.Arbitrary<Span> = fc
  .tuple(instant, fc.constantFrom(10, 10, 10, 30, 60, 120, 120, 240, 0))
  .map(([from, minutes]) => ({ from, until: plusMinutes(from, minutes) }));

export const signature = fc.record({
  name: text,
  role: fc.constantFrom('customer' as const, 'responsible-person' as const),
  signedAt: instant,
  image,
});

/** An entitlement, which more often than not costs the customer nothing. */
export const entitlement = fc.constantFrom(
  { kind: 'in-warranty' as const, reference: 'W-1' },
  { kind: 'under-contract' as const, until: at('08:00', 90) },
  { kind: 'chargeable' as const },
);

/** How a ticket may end; mostly well. */
export const outcome = fc.constantFrom(
  ...Array.from({ length: 9 }, () => 'restored' as const),
  'declined' as const,
  'unrepairable' as const,
  'not-signed' as const,
  'no-access' as const,
  'refused-service' as const,
);
