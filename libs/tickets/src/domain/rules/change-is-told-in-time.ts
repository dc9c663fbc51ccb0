import { rule } from '@app/policy';
import type { Instant } from '@app/kernel';
import type { Told } from '../ticket/ticket.values.js';

/** V7: the customer is told in advance: before they began to wait. */
export const changeIsToldInTime = rule<{ readonly told?: Told; readonly begins: Instant }>(
  'V7',
  'change-told-late',
  {
    zh: '约定时段开始后才告知客户改约或取消',
    en: 'the customer was told of the change only after the agreed window had begun',
  },
  ({ told, begins }) => told !== undefined && told.at > begins,
);
