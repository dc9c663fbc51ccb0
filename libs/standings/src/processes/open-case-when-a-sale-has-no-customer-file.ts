import { stockEvents, type MaterialSold } from '@app/inventory';
import { instantOf, localDate, plusDays } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { standingStreams } from '../domain/standing.state.js';

/**
 * D25: when the day of a sale is over, and at once where it is told later, the file of its customer is looked
 * for. The customer is not named here: they may be on no file, and are told by the paper of the sale alone.
 */
export const openCaseWhenASaleHasNoCustomerFile: Process<null, MaterialSold> = {
  name: 'open-case-when-a-sale-has-no-customer-file',
  startsAt: 'installation',
  handles: only(stockEvents, ['MaterialSold']),
  initialState: null,
  evolve: () => undefined,
  react({ data: { seller: employee, sku, place, slip }, occurredAt: at, recordedAt }) {
    const day = localDate(at);
    const over = instantOf(plusDays(day, 1), '00:00');
    const said = { employee, year: day.slice(0, 4), sku, place, slip, at };
    return [
      {
        deadline: slip,
        at: over < recordedAt ? recordedAt : over,
        send: send(standingStreams, employee, 'ReportSaleWithoutFile', said),
      },
    ];
  },
};
