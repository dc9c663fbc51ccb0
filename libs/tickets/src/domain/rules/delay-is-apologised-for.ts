import { rule } from '@app/policy';

/** V7: whoever is held up apologises to the customer. */
export const delayIsApologisedFor = rule<{ apologised: boolean }>(
  'V7',
  'delay-without-apology',
  {
    zh: '通知延误时未向客户道歉',
    en: 'the customer was told of the delay without an apology',
  },
  ({ apologised }) => !apologised,
);
