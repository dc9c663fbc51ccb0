import { rule } from '@app/policy';

/** D8: 全年度: a closed year takes no act before the general manager has reopened it. */
export const yearIsOpen = rule<{ readonly closed: boolean }>(
  'D8',
  'year-closed',
  { zh: '该年度已结算', en: 'the year is closed' },
  ({ closed }) => closed,
);
