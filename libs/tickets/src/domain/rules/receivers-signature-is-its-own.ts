import { rule } from '@app/policy';
import type { NumberUse } from '../number/number.stream.js';

/** R12: whoever receives goods or a tool signs for them each time; one picture stands under one record alone. */
export const receiversSignatureIsItsOwn = rule<{ readonly use: NumberUse }>(
  'R12',
  'receivers-signature-used-before',
  {
    zh: '此签字图片已用于另一处签收；每次领用须由接收人重新签字',
    en: 'this picture of a signature stands under something else already; the receiver signs each time',
  },
  ({ use }) => use !== undefined,
);
