import { rule } from '@app/policy';
import type { Thousandths } from '../quantity.js';

/** R12: only what was issued to a technician, and accepted by them, can be used by them. */
export const issuedBeforeUse = rule<{
  readonly available: Thousandths;
  readonly asked: Thousandths;
}>(
  'R12',
  'part-not-in-hand',
  {
    zh: '该技术员手中没有足够的配件',
    en: 'the technician does not hold that many of this part',
  },
  ({ available, asked }) => asked > available,
);
