import { rule } from '@app/policy';

/** R16: 定期核对: what was moved before a count is recorded before that count is approved. */
export const movementIsToldBeforeCount = rule<{ readonly toldAfter: number }>(
  'R16',
  'told-after-count',
  {
    zh: '盘点之前的出入库应在盘点审批之前登记',
    en: 'what was moved before a count is recorded before the count is approved',
    whenFound: {
      zh: '盘点之前的出入库在盘点审批之后才补记',
      en: 'a movement of before a count was recorded only after the count had been approved',
    },
  },
  ({ toldAfter }) => toldAfter > 0,
);
