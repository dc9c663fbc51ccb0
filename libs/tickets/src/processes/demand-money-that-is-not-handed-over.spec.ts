import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { policy } from '@app/policy';
import { send } from '@app/processes';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { ticketStreams } from '../contract.js';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { collected, collectedInCash } from '../testing/on-site.past.js';
import { at, event, TICKET } from '../testing/ticket.builders.js';
import { demandMoneyThatIsNotHandedOver } from './demand-money-that-is-not-handed-over.js';

const given = (...events: TicketEvent[]) =>
  processOf(demandMoneyThatIsNotHandedOver).given(...recorded(`ticket-${TICKET}`, events));

const of = { visit: 1, employee: 'li-wei' };
const collectedAt = at('10:46');

test('[D40] what is paid in hand is looked for two working days later, each collection for itself', () => {
  const demands = (version: number) => ({
    deadline: `demand-${version}`,
    at: { after: collectedAt, workingDays: policy.handover.demandAfter },
    send: send(ticketStreams, TICKET, 'DemandMoney', { ...of, collectedAt }),
  });
  given(collectedInCash('100.00'), collectedInCash('80.00')).thenCommands(demands(1), demands(2));
});

test('[D40] what is paid straight to the company is not', () => {
  given(collected()).thenNothing();
});

test('[D40] what was demanded is looked for a term after the demand was made', () => {
  const demandedAt = at('00:00', 3);
  const demanded = event('MoneyDemanded', { ...of, amount: '180.00', collectedAt }, demandedAt);
  const [made] = recorded(`ticket-${TICKET}`, [demanded]);
  const late = { ...made!, recordedAt: at('09:00', 8) };
  processOf(demandMoneyThatIsNotHandedOver)
    .given(late)
    .thenCommands({
      deadline: 'kept-1',
      at: { after: at('09:00', 8), workingDays: policy.handover.keptAfter },
      send: send(ticketStreams, TICKET, 'FindMoneyKept', { ...of, demandedAt }),
    });
});
