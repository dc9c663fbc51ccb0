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

const corrected = (inHandAgain: readonly { collectedAt: string; demandedAt?: string }[]) =>
  event(
    'HandOverCorrected',
    {
      ...{ visit: 1, handOver: 1, employee: 'li-wei', amount: '100.00' },
      ...{ employeeBefore: 'li-wei', amountBefore: '180.00', reason: '点错' },
      inHandAgain: inHandAgain.map((each) => ({ employee: 'li-wei', ...each })),
    },
    at('09:00', 9),
  );

test('[D40] what is in hand again is demanded as of when it was collected, and has another term where it was', () => {
  const demandedAt = at('00:00', 3);
  given(corrected([{ collectedAt }, { collectedAt: at('09:00'), demandedAt }])).thenCommands(
    {
      deadline: 'demand-1-0',
      at: { after: collectedAt, workingDays: policy.handover.demandAfter },
      send: send(ticketStreams, TICKET, 'DemandMoney', { ...of, collectedAt }),
    },
    {
      deadline: 'kept-1-1',
      at: { after: at('09:00', 9), workingDays: policy.handover.keptAfter },
      send: send(ticketStreams, TICKET, 'FindMoneyKept', { ...of, demandedAt }),
    },
  );
  given(corrected([])).thenNothing();
});
