import { only, send, type Process } from '@app/processes';
import { ticketEventTypes, ticketStreams, type TicketEvent } from '../contract.js';

const HANDLED = [
  'TicketOpened',
  'TicketRaisedToEmergency',
  'CustomerLinked',
  'VisitScheduled',
] as const;

type Handled = Extract<TicketEvent, { type: (typeof HANDLED)[number] }>;

interface Known {
  readonly emergency: boolean;
}

/**
 * V11, B3: as soon as somebody is sent in an emergency, it turns out to be one, or it is known whose it is, the
 * ticket takes down the consent that the customer's contract has given beforehand.
 */
export const takeConsentFromTheEmergencyClause: Process<Known, Handled> = {
  name: 'take-consent-from-the-emergency-clause',
  startsAt: 'installation',
  handles: only(ticketEventTypes, HANDLED),
  initialState: { emergency: false },
  // Of what is no emergency nothing is kept.
  evolve: (known, event) => (isEmergency(event, known) ? { emergency: true } : undefined),
  react(event, known) {
    if (event.type === 'TicketOpened' || !isEmergency(event, known)) return [];
    return [send(ticketStreams, event.stream.slice('ticket-'.length), 'ConsentByClause')];
  },
};

function isEmergency({ type, data }: Handled, { emergency }: Known): boolean {
  if (type === 'TicketOpened') return data.emergency;
  return emergency || type === 'TicketRaisedToEmergency';
}
