import { rule } from '@app/policy';

/** V19: whoever interrupts the work apologises and withdraws. */
export const interruptionIsApologisedFor = rule<{ readonly apologised: boolean }>(
  'V19',
  'interruption-without-apology',
  {
    zh: '中断服务时未向客户致歉',
    en: 'the work was interrupted without an apology',
  },
  ({ apologised }) => !apologised,
);
