import { rule } from '@app/policy';
import type { NumberUse } from '../number/number.stream.js';

/**
 * V22: who signs, signs each time; the image of one signature is never that of another. A stamp looks
 * the same each time, and is a stamp each time: no signature becomes one, nor a stamp a signature.
 */
export const signatureIsItsOwn = rule<{ readonly use: NumberUse; readonly stamp?: boolean }>(
  'V22',
  'signature-used-before',
  {
    zh: '此签字图像已用于另一处签字；每次须请客户亲笔签署',
    en: 'this image of a signature stands under something else already; the customer signs each time',
  },
  ({ use, stamp }) => use !== undefined && !(stamp && use.stamp),
);
