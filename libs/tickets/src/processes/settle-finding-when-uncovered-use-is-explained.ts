import { stockEvents, type UncoveredUseExplained } from '@app/inventory';
import { only, send, type Process } from '@app/processes';
import { ticketStreams } from '../contract.js';

/**
 * R12: what was used beyond what was in hand, and is covered by an issue that was recorded only later, is
 * explained on the ticket: with the last of it nothing is found of whoever used it any more.
 */
export const settleFindingWhenUncoveredUseIsExplained: Process<null, UncoveredUseExplained> = {
  name: 'settle-finding-when-uncovered-use-is-explained',
  startsAt: 'first-event',
  handles: only(stockEvents, ['UncoveredUseExplained']),
  initialState: null,
  evolve: () => undefined,
  react({ data: { ticket, visit, entry, sku, quantity, stillUncovered: uncovered } }) {
    const explained = {
      visit,
      entry,
      sku,
      quantity,
      ...(uncovered !== undefined && { uncovered }),
    };
    return [send(ticketStreams, ticket, 'ExplainPartUse', explained)];
  },
};
