import { policyAt } from '@app/policy';
import { only, send, type Process } from '@app/processes';
import { ticketEventTypes, ticketStreams, type TicketClosed } from '../contract.js';
import { isSampled } from './sampled.js';

/** R6: of the tickets that are closed a share is sampled, whose customers are to be asked how it went. */
export const askForAFollowUpOfAShare: Process<null, TicketClosed> = {
  name: 'ask-for-a-follow-up-of-a-share',
  startsAt: 'installation',
  handles: only(ticketEventTypes, ['TicketClosed']),
  initialState: null,
  evolve: () => undefined,
  react({ stream, occurredAt }) {
    const ticket = stream.slice('ticket-'.length);
    const percent = policyAt(occurredAt).followUpPercent;
    return isSampled(ticket, percent)
      ? [send(ticketStreams, ticket, 'AskForFollowUp', { percent })]
      : [];
  },
};
