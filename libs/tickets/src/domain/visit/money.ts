import { fen, sum, yuan, type Fen, type Yuan } from '@app/kernel';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Quote, TicketOutcome } from '../ticket/ticket.values.js';

/** The money of one visit, each amount the sum of all there was. */
export interface VisitMoney {
  /** What the customer is to pay by the quote that they signed last; what cover bears is not in it. */
  readonly charged: Yuan;
  /** What a supervisor has let them off. */
  readonly waived: Yuan;
  readonly collected: Yuan;
  /** What was given back. */
  readonly refunded: Yuan;
  /** How many entries of hours and parts count: where there are none, an end without a repair charges nothing. */
  readonly entries: number;
}

/** Before anything was signed or paid. */
export const NO_MONEY: VisitMoney = {
  charged: '0.00',
  waived: '0.00',
  collected: '0.00',
  refunded: '0.00',
  entries: 0,
};

/** The money of a visit after an event of it. */
export function moneyAfter(money: VisitMoney, event: TicketEvent): VisitMoney {
  switch (event.type) {
    case 'ChargeAcknowledged':
      return { ...money, charged: event.data.total };
    case 'ChargeWaived':
      return { ...money, waived: sum([money.waived, event.data.amount]) };
    case 'ChargeCollected':
      return { ...money, collected: sum([money.collected, event.data.amount]) };
    case 'ChargeRefunded':
      return { ...money, refunded: sum([money.refunded, event.data.amount]) };
    case 'LabourLogged':
    case 'PartConsumed':
      return { ...money, entries: money.entries + 1 };
    case 'LabourWithdrawn':
    case 'PartWithdrawn':
      return { ...money, entries: money.entries - 1 };
    default:
      return money;
  }
}

/** What the customer is to pay by a quote: its lines but for what cover bears. */
export function chargedBy({ lines }: Quote): Yuan {
  return sum(lines.filter(({ basis }) => basis !== 'covered').map(({ amount }) => amount));
}

/** How the ticket of a visit ended, if it has: without a repair only what was done is owed. */
export interface Ending {
  readonly outcome?: TicketOutcome | null;
}

/** What is still to be paid. What was given back is not owed again. */
export function owed(money: VisitMoney, { outcome }: Ending = {}): Yuan {
  const withoutRepair = outcome && outcome !== 'restored';
  const rest = withoutRepair && money.entries === 0 ? 0n : due(money) - fen(money.collected);
  return yuan(rest > 0n ? rest : 0n);
}

/** What may be collected at most, all collections together, in fen. */
export function due({ charged, waived }: Pick<VisitMoney, 'charged' | 'waived'>): Fen {
  return fen(charged) - fen(waived);
}

/** What the centre has of the customer's money, in fen. */
export function kept({ collected, refunded }: Pick<VisitMoney, 'collected' | 'refunded'>): Fen {
  return fen(collected) - fen(refunded);
}

/** What is still to be paid of several visits, as an event says it: nothing where nothing is. */
export function outstanding(of: readonly VisitMoney[], ending: Ending): { readonly owed?: Yuan } {
  const rest = sum(of.map((money) => owed(money, ending)));
  return fen(rest) > 0n ? { owed: rest } : {};
}
