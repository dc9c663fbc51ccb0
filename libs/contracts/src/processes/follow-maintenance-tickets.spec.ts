import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { TicketEvent, TicketOutcome } from '@app/tickets';
import type { ContractEvent } from '../domain/contract.events.js';
import { IDS, PLAN } from '../testing/contracts.js';
import { followMaintenanceTickets } from './follow-maintenance-tickets.js';

const { given } = processOf(followMaintenanceTickets);
const TICKET = 'HT-1-pump-20260630-1';
const ID = { plan: 'pump', round: '2026-06-30' };
const opened = recorded('contract-HT-1', [
  eventOf<ContractEvent>(SUPERVISOR)('MaintenanceOpened', {
    ...{ ...IDS, ...ID, ticket: TICKET, day: '2026-06-30', site: 'S-1', work: PLAN.work },
  }),
]);
const event = eventOf<TicketEvent>(SUPERVISOR);
const onTicket = (...events: readonly TicketEvent[]) => recorded(`ticket-${TICKET}`, events);
const resolved = (outcome: TicketOutcome) =>
  event('TicketResolved', { summary: '已处理', outcome, givenUp: [], openFindings: [] }, '10:00');
const repaired = (restored: boolean) =>
  event(
    'RepairCompleted',
    { visit: 1, cause: 'no-fault', test: '正常', restored } as never,
    '10:00',
  );
const record = (came: string) => ({
  category: 'contract',
  id: 'HT-1',
  type: 'RecordMaintenance',
  data: { ...ID, ticket: TICKET, at: at('10:00'), came },
});

test('[B2] the work that is done, or the ticket’s good end, is the maintenance', () => {
  given(...opened, ...onTicket(repaired(true))).thenCommands(record('done'));
  given(...opened, ...onTicket(repaired(false))).thenNothing();
  given(...opened, ...onTicket(resolved('restored'))).thenCommands(record('done'));
});

test('[B2] a ticket that ends without it leaves the maintenance owed', () => {
  const cancelled = { reason: '客户停业', openFindings: [] };
  given(...opened, ...onTicket(resolved('no-access'))).thenCommands(record('no-access'));
  given(...opened, ...onTicket(event('TicketCancelled', cancelled, '10:00'))).thenCommands(
    record('cancelled'),
  );
});

test('[B2] a ticket that is reopened takes it back', () => {
  const reopened = event('TicketReopened', { reason: '漏做一台' }, '10:00');
  given(...opened, ...onTicket(resolved('restored'), reopened)).thenCommands(
    record('done'),
    record('reopened'),
  );
});

test('[B2] other tickets are none of its business', () => {
  given(...onTicket(resolved('restored'))).thenNothing();
  given(...opened, ...recorded('ticket-T-1', [resolved('restored')])).thenNothing();
});
