import { only, send, type Process, type Reaction } from '@app/processes';
import { ticketEventTypes, type TicketEvent } from '@app/tickets';
import { contractEvents, type MaintenanceOpened } from '../domain/contract.events.js';
import { contractStreams } from '../domain/contract.state.js';
import type { NotDone, RoundId } from '../domain/contract.values.js';

type OfTicket = Extract<
  TicketEvent,
  { type: 'RepairCompleted' | 'TicketResolved' | 'TicketCancelled' | 'TicketReopened' }
>;

/** Whose round a ticket is for. */
type State = (RoundId & { readonly contract: string }) | null;

const TICKET = 'ticket-';

/**
 * A round is done with its ticket's work, and owed again where that ends without it or is reopened: what
 * was cancelled is not done (B2).
 */
export const followMaintenanceTickets: Process<State, MaintenanceOpened | OfTicket> = {
  name: 'follow-maintenance-tickets',
  startsAt: 'first-event',
  handles: {
    ...only(contractEvents, ['MaintenanceOpened']),
    ...only(ticketEventTypes, [
      'RepairCompleted',
      'TicketResolved',
      'TicketCancelled',
      'TicketReopened',
    ]),
  },
  keyOf: (event) =>
    event.type === 'MaintenanceOpened' ? event.data.ticket : event.stream.slice(TICKET.length),
  initialState: null,
  evolve(state, { type, data }) {
    if (type !== 'MaintenanceOpened') return state ?? undefined;
    const { contract, plan, round } = data;
    return { contract, plan, round };
  },
  react(event, state): readonly Reaction[] {
    if (event.type === 'MaintenanceOpened' || !state) return [];
    const came = whatCame(event);
    if (!came) return [];
    const { contract, plan, round } = state;
    const ticket = event.stream.slice(TICKET.length);
    const told = { plan, round, ticket, at: event.occurredAt, came };
    return [send(contractStreams, contract, 'RecordMaintenance', told)];
  },
};

/** Undefined where the event says nothing of the maintenance. */
function whatCame({ type, data }: OfTicket): 'done' | NotDone | undefined {
  switch (type) {
    case 'RepairCompleted':
      return data.restored ? 'done' : undefined;
    case 'TicketResolved':
      return data.outcome === 'restored' ? 'done' : data.outcome;
    case 'TicketCancelled':
      return 'cancelled';
    case 'TicketReopened':
      return 'reopened';
  }
}
