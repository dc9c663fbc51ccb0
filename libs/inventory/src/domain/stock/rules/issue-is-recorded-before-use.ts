import { rule } from '@app/policy';

/** R12: 领用手续: that something was issued, and received, is recorded before it is used. */
export const issueIsRecordedBeforeUse = rule<{ readonly usedBefore: number }>(
  'R12',
  'recorded-after-use',
  {
    zh: '领用手续应在使用之前办理',
    en: 'an issue is recorded before what it gave out is used',
    whenFound: {
      zh: '领用手续在使用之后才补办',
      en: 'an issue was recorded only after what it gave out had been used',
    },
  },
  ({ usedBefore }) => usedBefore > 0,
);
