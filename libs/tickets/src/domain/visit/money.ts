import { fen, sum, yuan, type Fen, type Yuan } from '@app/kernel';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { ChargeBasis, Quote, TicketOutcome } from '../ticket/ticket.values.js';

/** The money of one visit, each amount the sum of all there was. */
export interface VisitMoney {
  /** What the customer is to pay by the quote that they signed last; what cover bears is not in it. */
  readonly charged: Yuan;
  /** What of that is for a cause that is not the company's: it goes where that cause is withdrawn (V17). */
  readonly forCause: Yuan;
  /** What a supervisor has let them off. */
  readonly waived: Yuan;
  readonly collected: Yuan;
  /** What was given back. */
  readonly refunded: Yuan;
  /** How many entries of hours and parts count: where there are none, an end without a repair charges nothing. */
  readonly entries: number;
  /** The customer and the centre have agreed how the rest is paid; a new quote asks for another agreement. */
  readonly restAgreed: boolean;
}

/** Before anything was signed or paid. */
export const NO_MONEY: VisitMoney = {
  charged: '0.00',
  forCause: '0.00',
  waived: '0.00',
  collected: '0.00',
  refunded: '0.00',
  entries: 0,
  restAgreed: false,
};

/** The money of a visit after an event of it. */
export function moneyAfter(money: VisitMoney, event: TicketEvent): VisitMoney {
  switch (event.type) {
    case 'ChargeAcknowledged':
      return {
        ...money,
        charged: event.data.total,
        forCause: chargedFor('external-cause', event.data.quote),
        restAgreed: false,
      };
    case 'ExternalCauseWithdrawn':
      return {
        ...money,
        charged: yuan(fen(money.charged) - fen(money.forCause)),
        forCause: '0.00',
      };
    case 'ChargeWaived':
      return { ...money, waived: sum([money.waived, event.data.amount]) };
    case 'ChargeCollected':
      return {
        ...money,
        collected: sum([money.collected, event.data.amount]),
        restAgreed: money.restAgreed || event.data.restAgreed !== undefined,
      };
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

/** What of a quote is charged on one of the grounds. */
export function chargedFor(ground: ChargeBasis, { lines }: Quote): Yuan {
  return sum(lines.filter(({ basis }) => basis === ground).map(({ amount }) => amount));
}

/** How the ticket of a visit ended, if it has: without a repair only what was done is owed. */
export interface Ending {
  readonly outcome?: TicketOutcome | null;
}

/** What is still to be paid. What was given back is not owed again. */
export function owed(money: VisitMoney, ending: Ending = {}): Yuan {
  const rest = nothingDue(money, ending) ? 0n : due(money) - fen(money.collected);
  return yuan(rest > 0n ? rest : 0n);
}

/** What the customer has paid beyond what they are to pay, as after a waiver, and is due back to them (V23). */
export function dueBack(money: VisitMoney, ending: Ending = {}): Yuan {
  const rest = kept(money) - (nothingDue(money, ending) ? 0n : due(money));
  return yuan(rest > 0n ? rest : 0n);
}

/** The ticket ended without a repair, and nothing was done that could be charged. */
function nothingDue({ entries }: VisitMoney, { outcome }: Ending): boolean {
  return Boolean(outcome && outcome !== 'restored' && entries === 0);
}

/** What may be collected at most, all collections together, in fen. */
export function due({ charged, waived }: Pick<VisitMoney, 'charged' | 'waived'>): Fen {
  return fen(charged) - fen(waived);
}

/** What the centre has of the customer's money, in fen. */
export function kept({ collected, refunded }: Pick<VisitMoney, 'collected' | 'refunded'>): Fen {
  return fen(collected) - fen(refunded);
}

/** What is still to be paid of several visits, and what is due back, as an event says it: nothing where nothing is. */
export function outstanding(
  of: readonly VisitMoney[],
  ending: Ending,
): { readonly owed?: Yuan; readonly dueBack?: Yuan } {
  const rest = sum(of.map((money) => owed(money, ending)));
  const back = sum(of.map((money) => dueBack(money, ending)));
  return {
    ...(fen(rest) > 0n && { owed: rest }),
    ...(fen(back) > 0n && { dueBack: back }),
  };
}
