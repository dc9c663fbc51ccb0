import { rule } from '@app/policy';
import type { Instant } from '@app/kernel';
import type { VisitStatus } from '../visit/visit.state.js';

/** V7: people come when it was agreed; a visit that was called off is agreed no longer. Who came before that, or before it was entered, came as agreed. */
export const calledOffVisitIsNotMade = rule<{
  readonly status: VisitStatus;
  readonly calledOffAt?: Instant;
  readonly enteredAt?: Instant | undefined;
  readonly arrivedAt: Instant;
}>(
  'V7',
  'visit-made-though-cancelled',
  {
    zh: '预约取消后技术员仍然上门',
    en: 'the technician came although the visit had been called off',
  },
  ({ status, calledOffAt = '', enteredAt = calledOffAt, arrivedAt }) =>
    status === 'cancelled' && enteredAt <= arrivedAt,
);
