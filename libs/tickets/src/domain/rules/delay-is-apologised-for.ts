import { rule } from '@app/policy';

/** V7: whoever is held up, or comes at another hour or not at all, apologises to the customer. */
export const delayIsApologisedFor = rule<{ apologised: boolean }>(
  'V7',
  'delay-without-apology',
  {
    zh: '通知延误、改约或取消时未向客户道歉',
    en: 'the customer was told of the delay, of another hour or of none, without an apology',
  },
  ({ apologised }) => !apologised,
);
