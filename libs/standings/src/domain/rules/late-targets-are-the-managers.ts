import { rule } from '@app/policy';

/** R13: a target of a month that has begun is set by the general manager, or stands once they have confirmed it. */
export const lateTargetsAreTheManagers = rule<{ readonly role: string }>(
  'R13',
  'late-target-not-confirmed-by-manager',
  {
    zh: '月份开始后下达或更改的指标须由总经理确认',
    en: 'a target of a month that has begun is confirmed by the general manager',
  },
  ({ role }) => role !== 'general-manager',
);
