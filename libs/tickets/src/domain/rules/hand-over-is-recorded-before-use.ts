import { rule } from '@app/policy';

/** R12: 领用手续: that a tool was handed out, and received, is recorded before it is taken to a customer. */
export const handOverIsRecordedBeforeUse = rule<{ readonly toldAfter: boolean }>(
  'R12',
  'tool-recorded-after-use',
  {
    zh: '工具领用手续应在使用之前办理',
    en: 'that a tool is handed out is recorded before it is used',
    whenFound: {
      zh: '工具领用手续在使用之后才补办',
      en: 'that a tool had been handed out was recorded only after it had been used',
    },
  },
  ({ toldAfter }) => toldAfter,
);
