import type { Instant } from '@app/kernel';
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
      | 'TicketCancelled'
      | 'TicketReopened';
  }
>;
type Handled = OfTicket | LadderEvent;

interface State {
  /** The ticket is an emergency that nobody has resolved; of one that was reopened: it may be. */
  readonly emergency: boolean;
  /** Since when; absent in what was kept before it was asked. */
  readonly since?: Instant;
}

const NEXT = 'next-rung';
const TICKET = 'ticket-';
const EMERGENCY = 'emergency-';

/**
 * An emergency calls the first rung of the ladder at once, and the next one ten minutes later, until
 * somebody acknowledges or the ticket has come to its end; reopened, it begins anew (B3).
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
      'TicketReopened',
    ]),
    ...ladderEvents,
  },
  keyOf: ({ stream }) => ticketOf(stream),
  initialState: { emergency: false },
  evolve(state, { type, data, occurredAt: since }) {
    switch (type) {
      case 'TicketRaisedToEmergency':
        return data.over ? undefined : { emergency: true, since };
      case 'EmergencyRaised':
      case 'TicketReopened':
        return { emergency: true, since };
      case 'TicketOpened':
        return data.emergency ? { emergency: true, since } : undefined;
      case 'EmergencyResolved':
      case 'TicketResolved':
      case 'TicketCancelled':
        return undefined;
      default:
        return state.emergency ? state : undefined;
    }
  },
  react(event, { emergency, since }) {
    const ticket = ticketOf(event.stream);
    const ended = endOf(event, since);
    if (ended) return emergency ? [toEmergency(ticket, 'ResolveEmergency', { by: ended })] : [];
    switch (event.type) {
      case 'TicketOpened':
        return event.data.emergency ? [toEmergency(ticket, 'RaiseEmergency', { ticket })] : [];
      case 'TicketRaisedToEmergency':
        return event.data.over ? [] : [toEmergency(ticket, 'RaiseEmergency', { ticket })];
      case 'TicketReopened':
        return [toEmergency(ticket, 'RaiseEmergencyAgain', {})];
      case 'EscalationRungCalled': {
        const { next, round, rung } = event.data;
        return next ? [callLater(ticket, next, 'CallNextRung', { round, rung })] : [];
      }
      case 'OnCallAwaited':
        return [callLater(ticket, event.data.next, 'CallWhoIsOnCall', {})];
      case 'EmergencyAcknowledged':
      case 'EmergencyResolved':
        return [{ withdraw: NEXT }];
      default:
        return [];
    }
  },
};

/** Why there is no emergency any more; undefined where the event does not end it, as a repair from before it. */
function endOf({ type, data, occurredAt }: Handled, since: Instant = ''): Resolution | undefined {
  if (type === 'RepairCompleted')
    return data.restored && occurredAt >= since ? 'restored' : undefined;
  if (type === 'TicketResolved') return 'ticket-resolved';
  return type === 'TicketCancelled' ? 'ticket-cancelled' : undefined;
}

function callLater(ticket: string, at: Instant, command: string, data: object): Reaction {
  return { deadline: NEXT, at, send: toEmergency(ticket, command, data) };
}

function toEmergency(ticket: string, type: string, data: object) {
  return send(emergencyStreams, ticket, type, data);
}

/** A ticket and its emergency are dealt with under one key. */
function ticketOf(stream: string): string {
  return stream.slice(stream.startsWith(TICKET) ? TICKET.length : EMERGENCY.length);
}
