import { expect, test } from '@jest/globals';
import { clocksSet } from '../../testing/clocks.past.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import { at, command, DISPATCHER, inBatch, ticketAfter } from '../../testing/ticket.builders.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* A later visit finds the fault again, and is told of only when the office has called it solved. */

const [called, ...planned] = site.working;
const watch = (time: string) => command('WatchClocks', {}, time);
const failed = (time: string, restored = false) =>
  inBatch(
    command(
      'CompleteRepair',
      { visit: 2, cause: 'company-product', testResult: '仍不制冷', restored, photos: [] },
      time,
      { known: {} },
    ),
    at('11:50'),
  );
const close = command('CloseTicket', {}, '12:50', { by: DISPATCHER });

function sent(events: readonly TicketEvent[], ...steps: TicketCommand[]) {
  const carriedOut = (
    { told, ticket }: { told: TicketEvent[]; ticket: OpenedTicket },
    step: TicketCommand,
  ) => {
    const next = ticketDecider.decide(step, ticket);
    return {
      told: [...told, ...next],
      ticket: next.reduce(ticketDecider.evolve, ticket) as OpenedTicket,
    };
  };
  return steps.reduce(carriedOut, { told: [], ticket: ticketAfter(...events) });
}

/** Visit 1 restored it at 10:30; nobody was known to have come to visit 2; the office resolved it. */
function resolvedBefore(): TicketEvent[] {
  const first = [
    called!,
    ...clocksSet,
    ...planned,
    past.repaired(),
    past.left('10:40'),
    past.scheduled({ visit: 2 }, '10:41'),
  ];
  const met = sent(first, watch('10:42')).told;
  const second = [
    past.departed('10:42', 2),
    past.arrived('10:45', 2),
    site.entitled(site.IN_WARRANTY, 2),
    site.consented(2),
    past.workStarted('10:50', 2),
    past.left('11:20', 2),
  ];
  return [...first, ...met, past.resolved('11:30'), ...second];
}

test('[B2] a failure told late takes the restoration back, and it is late from the call', () => {
  const before = resolvedBefore();
  expect(ticketAfter(...before).deadlines.restoration?.verdict).toBe('met');
  const { ticket, told } = sent(before, failed('11:10'));
  expect(ticket.restored).toBe(false);
  expect(ticket.deadlines.restoration).toMatchObject({ verdict: 'running', due: at('12:00') });
  expect(told.map(({ type }) => type)).toContain('SlaCorrected');
  expect(sent(before, failed('11:10'), watch('12:01')).ticket).toMatchObject({
    deadlines: { restoration: { verdict: 'breached' } },
  });
});

test('[R10] the ticket is not closed as restored, and a closed one is resolved again', () => {
  const { ticket } = sent(resolvedBefore(), failed('11:10'));
  expect(() => ticketDecider.decide(close, ticket)).toThrow('service-not-restored');
  const again = sent([...resolvedBefore(), past.closed('11:40')], failed('11:10'));
  expect(again.ticket.status).toBe('resolved');
  expect(() => ticketDecider.decide(close, again.ticket)).toThrow('service-not-restored');
});

test('[B2] a success that is told late takes nothing back, but for the time where it found the fault again', () => {
  const again = failed('11:10', true);
  const { ticket } = sent(resolvedBefore(), again);
  expect(ticket.deadlines.restoration).toMatchObject({
    verdict: 'met',
    by: { occurredAt: at('11:10') },
  });
  expect(ticket.restored).toBe(true);
  const nothing = { ...again, data: { ...again.data, cause: 'no-fault' } } as typeof again;
  expect(sent(resolvedBefore(), nothing).ticket.deadlines.restoration).toMatchObject({
    verdict: 'met',
    corrected: [],
  });
});
