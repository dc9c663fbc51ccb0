import { only, send, type Process, type Reaction } from '@app/processes';
import { ticketEventTypes, type TicketEvent } from '@app/tickets';
import { ladderEvents, type LadderEvent, type Resolution } from '../domain/emergency.events.js';
import { emergencyStreams } from '../domain/emergency.state.js';

type OfTicket = Extract<
  TicketEvent,
  {
    type:
      | 'TicketOpened'
      | 'TicketRaisedToEmergency'
      | 'RepairCompleted'
      | 'TicketResolved'
      | 'TicketCancelled';
  }
>;
type Handled = OfTicket | LadderEvent;

/** Whether the ticket is an emergency that nobody has resolved. */
interface State {
  readonly emergency: boolean;
}

const NEXT = 'next-rung';
const TICKET = 'ticket-';
const EMERGENCY = 'emergency-';

/**
 * An emergency calls the first rung of the ladder at once, and the next one ten minutes later, until
 * somebody acknowledges or the ticket has come to its end (B3).
 */
export const escalateWhenNobodyAcknowledges: Process<State, Handled> = {
  name: 'escalate-when-nobody-acknowledges',
  startsAt: 'installation',
  handles: {
    ...only(ticketEventTypes, [
      'TicketOpened',
      'TicketRaisedToEmergency',
      'RepairCompleted',
      'TicketResolved',
      'TicketCancelled',
    ]),
    ...ladderEvents,
  },
  keyOf: ({ stream }) => ticketOf(stream),
  initialState: { emergency: false },
  evolve(state, { type, data }) {
    if (type === 'EmergencyResolved') return undefined;
    if (type === 'EmergencyRaised' || type === 'TicketRaisedToEmergency')
      return { emergency: true };
    if (type === 'TicketOpened' && data.emergency) return { emergency: true };
    return state.emergency ? state : undefined;
  },
  react(event, { emergency }) {
    const ticket = ticketOf(event.stream);
    const ended = endOf(event);
    if (ended) return emergency ? [toEmergency(ticket, 'ResolveEmergency', { by: ended })] : [];
    switch (event.type) {
      case 'TicketOpened':
        return event.data.emergency ? [toEmergency(ticket, 'RaiseEmergency', { ticket })] : [];
      case 'TicketRaisedToEmergency':
        return [toEmergency(ticket, 'RaiseEmergency', { ticket })];
      case 'EscalationRungCalled': {
        const { next, round, rung } = event.data;
        return next ? [callLater(ticket, next, { round, rung })] : [];
      }
      case 'EmergencyAcknowledged':
      case 'EmergencyResolved':
        return [{ withdraw: NEXT }];
      default:
        return [];
    }
  },
};

/** Why there is no emergency any more; undefined where the event does not end it. */
function endOf({ type, data }: Handled): Resolution | undefined {
  if (type === 'RepairCompleted') return data.restored ? 'restored' : undefined;
  if (type === 'TicketResolved') return 'ticket-resolved';
  return type === 'TicketCancelled' ? 'ticket-cancelled' : undefined;
}

function callLater(ticket: string, at: string, called: object): Reaction {
  return { deadline: NEXT, at, send: toEmergency(ticket, 'CallNextRung', called) };
}

function toEmergency(ticket: string, type: string, data: object) {
  return send(emergencyStreams, ticket, type, data);
}

/** A ticket and its emergency are dealt with under one key. */
function ticketOf(stream: string): string {
  return stream.slice(stream.startsWith(TICKET) ? TICKET.length : EMERGENCY.length);
}
