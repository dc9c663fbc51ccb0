import { rule } from '@app/policy';
import type { Visit } from '../visit/visit.state.js';

/** V7: people come when it was agreed; a visit that was called off is agreed no longer. */
export const calledOffVisitIsNotMade = rule<Pick<Visit, 'status'>>(
  'V7',
  'visit-made-though-cancelled',
  {
    zh: '预约取消后技术员仍然上门',
    en: 'the technician came although the visit had been called off',
  },
  ({ status }) => status === 'cancelled',
);
