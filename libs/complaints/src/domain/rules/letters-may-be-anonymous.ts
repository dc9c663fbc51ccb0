import { rule } from '@app/policy';
import type { ComplaintChannel } from '../complaint.values.js';

/** R6: a letter may leave out whose it is; who complains in person or by phone is there to be apologised to (N13). */
export const lettersMayBeAnonymous = rule<{
  readonly anonymous: boolean;
  readonly channel: ComplaintChannel;
}>(
  'R6',
  'anonymous-in-person',
  {
    zh: '当面或电话投诉的客户可以当即致歉，不作匿名处理',
    en: 'who complains in person or by phone can be apologised to, and is not anonymous',
  },
  ({ anonymous, channel }) => anonymous && channel !== 'letter' && channel !== 'web',
);
