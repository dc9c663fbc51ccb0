import { rule } from '@app/policy';
import type { Thousandths } from '../quantity.js';

/** B2: 优先保证用户的备件供应: what is kept for the owner of a system that is served goes to nobody else. */
export const reservedIsForItsOwner = rule<{
  readonly available: Thousandths;
  readonly asked: Thousandths;
  /** Kept for others who are served before. */
  readonly kept: Thousandths;
}>(
  'B2',
  'reserved-for-another',
  {
    zh: '备件已为其他用户预留',
    en: 'the spares are reserved for another customer',
    whenFound: {
      zh: '发出了为其他用户预留的备件',
      en: 'spares that were reserved for another customer were given out',
    },
  },
  ({ available, asked, kept }) => asked > available - kept,
);
