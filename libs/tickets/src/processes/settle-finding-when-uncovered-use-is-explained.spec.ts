import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { UncoveredUseExplained } from '@app/inventory';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { send } from '@app/processes';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { ticketStreams } from '../contract.js';
import { settleFindingWhenUncoveredUseIsExplained } from './settle-finding-when-uncovered-use-is-explained.js';

const { given } = processOf(settleFindingWhenUncoveredUseIsExplained);
const entry = { visit: 2, entry: 3 };
const explained = (quantity: number, stillUncovered?: number) =>
  recorded('stock-CAP-35:hands-li-wei', [
    eventOf<UncoveredUseExplained>(STOREKEEPER)('UncoveredUseExplained', {
      ...{ sku: 'CAP-35', place: 'hands-li-wei', quantity, value: '24.00', ticket: 'T-7' },
      ...entry,
      ...(stillUncovered !== undefined && { stillUncovered }),
    }),
  ]);

test('[R12] that uncovered use is explained is told to the ticket it was used on, with what is left of it', () => {
  const explain = (more: object) =>
    send(ticketStreams, 'T-7', 'ExplainPartUse', { ...entry, sku: 'CAP-35', ...more });
  given(...explained(2)).thenCommands(explain({ quantity: 2 }));
  given(...explained(1, 1)).thenCommands(explain({ quantity: 1, uncovered: 1 }));
});
