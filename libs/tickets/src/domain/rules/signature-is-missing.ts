import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { hasUnsigned } from '../visit/discrepancies.js';
import { isChargeable } from '../visit/on-site.record.js';
import { hasArrived } from '../visit/visit.state.js';

/** R10: for want of a signature a ticket ends only where one is missing under a discrepancy (V13) or a quote (V17). */
export const signatureIsMissing = rule<Pick<OpenedTicket, 'visits' | 'visited'>>(
  'R10',
  'nothing-unsigned',
  {
    zh: '没有待客户签字的不符之处或报价',
    en: 'neither a discrepancy nor a quote waits for a signature',
  },
  ({ visits, visited }) =>
    !visits
      .filter(hasArrived)
      .some(
        (visit) =>
          visited.includes(visit.visit) &&
          ((visit.inspection && hasUnsigned(visit.inspection)) ||
            (isChargeable(visit) && !visit.charge)),
      ),
);
