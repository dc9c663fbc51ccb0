import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { ticketEventTypes, type TicketEvent } from '../contract.js';
import { opened, scheduled } from '../testing/past.js';
import { event } from '../testing/ticket.builders.js';
import { takeConsentFromTheEmergencyClause as process } from './take-consent-from-the-emergency-clause.js';

const { given } = processOf(process);
const told = (...events: TicketEvent[]) => recorded('ticket-T-1', events);
const take = { category: 'ticket', id: 'T-1', type: 'ConsentByClause', data: {} };
const raised = event('TicketRaisedToEmergency', ticketEventTypes.TicketRaisedToEmergency.sample);
const linked = event('CustomerLinked', ticketEventTypes.CustomerLinked.sample);
const call = opened({ emergency: true });

test('[V11] [B3] the clause is asked as somebody is sent in an emergency, and as it is known whose it is', () => {
  given(...told(call)).thenNothing();
  given(...told(call, scheduled(), linked)).thenCommands(take, take);
});

test('[V11] [B3] and as a ticket turns out to be one; never for what is none', () => {
  given(...told(opened(), scheduled(), linked)).thenNothing();
  given(...told(opened(), scheduled(), raised, linked)).thenCommands(take, take);
  const [plain] = told(opened());
  expect(process.evolve({ emergency: false }, plain as never)).toBeUndefined();
});
