import { describe, test } from '@jest/globals';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { ticketEventTypes, type TicketEvent } from '@app/tickets';
import type { LadderEvent } from '../domain/emergency.events.js';
import { escalateWhenNobodyAcknowledges } from './escalate-when-nobody-acknowledges.js';

const { given } = processOf(escalateWhenNobodyAcknowledges);
const event = eventOf<TicketEvent | LadderEvent>(LI_WEI);

const ticket = 'T-1';
const call = event('TicketOpened', { ...ticketEventTypes.TicketOpened.sample, emergency: true });
const opened = recorded('ticket-T-1', [call]);
const climbing = recorded('emergency-T-1', [
  event('EmergencyRaised', { ticket, edition: 1, nextRungAfter: 10 }),
  event('EscalationRungCalled', {
    ...{ ticket, round: 1, rung: 1, name: '值班技术员', employees: ['li-wei'] },
    next: at('02:10'),
  }),
]);
const send = (type: string, data: object) => ({ category: 'emergency', id: ticket, type, data });
const raise = send('RaiseEmergency', { ticket });
const callNext = {
  deadline: 'next-rung',
  at: at('02:10'),
  send: send('CallNextRung', { round: 1, rung: 1 }),
};

describe('[B3] escalate when nobody acknowledges', () => {
  test('raises a ticket that was opened as an emergency, and calls the next rung in time', () => {
    given(...opened, ...climbing).thenCommands(raise, callNext);
  });

  test('raises a ticket that is raised to an emergency later', () => {
    const data = { ...ticketEventTypes.TicketOpened.sample, emergency: false };
    const raised = event('TicketRaisedToEmergency', { reason: '水漫到配电间' });
    const end = event('TicketResolved', ticketEventTypes.TicketResolved.sample);
    const steps = recorded('ticket-T-1', [event('TicketOpened', data), raised, end]);
    given(...steps).thenCommands(raise, send('ResolveEmergency', { by: 'ticket-resolved' }));
  });

  test('raises it again where its ticket is reopened, and leaves it to the emergency whether it was one', () => {
    const end = event('TicketResolved', ticketEventTypes.TicketResolved.sample);
    const reopened = event('TicketReopened', { reason: '又断电' });
    const again = send('RaiseEmergencyAgain', {});
    const resolve = send('ResolveEmergency', { by: 'ticket-resolved' });
    given(...opened, ...recorded('ticket-T-1', [end, reopened, end, end])).thenCommands(
      ...[raise, resolve, again, resolve],
    );
  });

  test('does not take a repair for its end that was over before it and is told after it', () => {
    const sample = { ...ticketEventTypes.RepairCompleted.sample, restored: true };
    const raised = event('TicketRaisedToEmergency', { reason: '冒烟' }, at('10:00'));
    const [before, since] = [at('09:50'), at('10:00')].map((time) =>
      event('RepairCompleted', sample, time),
    );
    given(...recorded('ticket-T-1', [raised, before!])).thenCommands(raise);
    given(...recorded('ticket-T-1', [raised, since!])).thenCommands(
      ...[raise, send('ResolveEmergency', { by: 'restored' })],
    );
  });

  test('leaves any other ticket alone, from its call to its end', () => {
    const data = { ...ticketEventTypes.TicketOpened.sample, emergency: false };
    const ended = event('TicketResolved', ticketEventTypes.TicketResolved.sample);
    given(...recorded('ticket-T-1', [event('TicketOpened', data), ended])).thenNothing();
  });

  test('calls nobody any more once somebody has acknowledged', () => {
    const taken = event('EmergencyAcknowledged', { ticket, employee: 'li-wei', first: 'li-wei' });
    given(...opened, ...climbing, ...recorded('emergency-T-1', [taken])).thenCommands(
      ...[raise, callNext],
      { withdraw: 'next-rung' },
    );
  });

  test('looks at the ladder again when somebody is to be on call', () => {
    const awaited = event('OnCallAwaited', { ticket, round: 2, next: at('02:04') });
    given(...opened, ...recorded('emergency-T-1', [awaited])).thenCommands(raise, {
      ...{ deadline: 'next-rung', at: at('02:04') },
      send: send('CallWhoIsOnCall', {}),
    });
  });

  test('waits for nobody where the next rung was called at once', () => {
    const { data } = climbing[1]!;
    const { next: _, ...atOnce } = data as typeof data & { next?: string };
    const passed = event('EscalationRungCalled', { ...atOnce, employees: [] } as never);
    given(...opened, ...recorded('emergency-T-1', [passed])).thenCommands(raise);
  });

  test('resolves the emergency with the repair that restores, and once', () => {
    const sample = ticketEventTypes.RepairCompleted.sample;
    const repaired = (restored: boolean) => event('RepairCompleted', { ...sample, restored });
    const steps = recorded('ticket-T-1', [call, repaired(false), repaired(true)]);
    const over = event('EmergencyResolved', { ticket, by: 'restored' });
    const end = event('TicketResolved', ticketEventTypes.TicketResolved.sample);
    given(
      ...steps,
      ...recorded('emergency-T-1', [over]),
      ...recorded('ticket-T-1', [end]),
    ).thenCommands(raise, send('ResolveEmergency', { by: 'restored' }), { withdraw: 'next-rung' });
  });

  test.each([
    ['TicketResolved', 'ticket-resolved'],
    ['TicketCancelled', 'ticket-cancelled'],
  ] as const)('resolves it with %s', (type, by) => {
    const end = event(type, ticketEventTypes[type].sample as never);
    const commands = [raise, send('ResolveEmergency', { by })];
    given(...opened, ...recorded('ticket-T-1', [end])).thenCommands(...commands);
  });
});
