import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import type { ExplainPartUse } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { entryDisproves } from '../visit/correction.js';
import { hasArrived } from '../visit/visit.state.js';
import type { PartEntry } from '../visit/work-entries.js';

/**
 * What an entry used beyond what was in hand had been issued before (R12), and that is recorded only now:
 * once all of it is explained, it is found of whoever used it no longer. Whose lateness it was, the stock
 * finds. An entry that says something else by now is left alone.
 */
export function explainPartUse(command: ExplainPartUse, ticket: Ticket): readonly TicketEvent[] {
  if (ticket.status === 'none') return [];
  const { sku, entry: number, uncovered = 0 } = command.data;
  const entry = ticket.entries.find(
    (each): each is PartEntry => each.kind === 'part' && each.entry === number,
  );
  const visit = ticket.visits.filter(hasArrived).find((each) => each.visit === entry?.visit);
  if (!entry || !visit || entry.withdrawn || entry.sku !== sku) return [];
  const data = { ...command.data, technician: entry.technician };
  const event = happened(command, 'PartUseExplained', data, ['R12']);
  if (uncovered > 0) return [event];
  const about = { open: ticket, visit, entry };
  return [event, ...entryDisproves(command, about, [found.partsAreInHand], event)];
}
