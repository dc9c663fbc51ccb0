import { rule } from '@app/policy';

/** R12: a serial number names one piece, which is in one place at a time. */
export const pieceIsInOnePlace = rule<{ readonly isThere: boolean }>(
  'R12',
  'piece-is-elsewhere',
  {
    zh: '一个序列号只对应一件，同一时间只在一处',
    en: 'a serial number names one piece, which is in one place at a time',
  },
  ({ isThere }) => !isThere,
);
