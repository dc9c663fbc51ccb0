import { rule } from '@app/policy';

/** V19: the customer is asked for their hours before work is to go on. */
export const customersHoursAreAsked = rule<{ readonly hoursAsked: boolean }>(
  'V19',
  'hours-not-asked',
  {
    zh: '中断服务时未问清客户的工作时间',
    en: 'the work was interrupted without asking for the hours of the customer',
  },
  ({ hoursAsked }) => !hoursAsked,
);
