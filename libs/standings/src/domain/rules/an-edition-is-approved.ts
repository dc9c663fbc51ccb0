import { rule } from '@app/policy';
import type { KnownOfCase } from '../standing.commands.js';

/** D42: a draft judges nothing before the general manager has approved it. */
export const anEditionIsApproved = rule<Pick<KnownOfCase, 'edition'>>(
  'D42',
  'no-edition-approved',
  {
    zh: '奖惩细则尚未经总经理批准',
    en: 'the rules on rewards and discipline have not been approved by the general manager',
  },
  ({ edition }) => edition === 'none-approved',
);
