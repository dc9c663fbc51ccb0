import { rule } from '@app/policy';

/** V7: whoever is held up, or comes at another hour, apologises to the customer. */
export const delayIsApologisedFor = rule<{ apologised: boolean }>(
  'V7',
  'delay-without-apology',
  {
    zh: '通知延误或改约时未向客户道歉',
    en: 'the customer was told of the delay, or of another hour, without an apology',
  },
  ({ apologised }) => !apologised,
);
