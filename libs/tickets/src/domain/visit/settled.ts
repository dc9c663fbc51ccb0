import { sum, yuan } from '@app/kernel';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { paid, waivedOf, type Bill, type VisitMoney } from './money.js';
import type { Settled, VisitSinceArrival } from './visit.state.js';

/** What was settled when the paper of a visit is in order. */
export function settledBy(by: Settled['by'], money: VisitMoney): Settled {
  const waived = waivedOf({ money, stage: 'over' });
  return { by, amount: yuan(paid(money) + waived), restAgreed: money.restAgreed };
}

/** With what is told late of the time before: it had been settled too. */
export function settledAfter(
  { settled }: Pick<VisitSinceArrival, 'settled'>,
  { type, data, occurredAt }: TicketEvent,
): Pick<VisitSinceArrival, 'settled'> {
  const isMoney = type === 'ChargeCollected' || type === 'ChargeWaived';
  if (!settled || !isMoney || occurredAt > settled.by) return {};
  const agreed = type === 'ChargeCollected' && data.restAgreed !== undefined;
  const amount = sum([settled.amount, data.amount]);
  return { settled: { ...settled, amount, restAgreed: settled.restAgreed || agreed } };
}

/** The bill as it was settled then, of what is known by now to have been charged. */
export function billThen({ amount, restAgreed }: Settled, { money, stage }: Bill): Bill {
  return {
    money: {
      ...money,
      waived: '0.00',
      waivedOfLines: [],
      overpaid: '0.00',
      collected: amount,
      restAgreed,
    },
    stage,
  };
}
