import { rule } from '@app/policy';
import type { Standing } from '../standing.state.js';

/** D8: 全年度: a closed year takes no act before the general manager has reopened it. */
export const yearIsOpen = rule<Pick<Standing, 'closed'>>(
  'D8',
  'year-closed',
  { zh: '该年度已结算', en: 'the year is closed' },
  ({ closed }) => closed,
);
