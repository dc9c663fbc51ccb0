import { fen, minutesBetween, sum, yuan, type Fen, type Yuan } from '@app/kernel';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { QuoteLine, TicketOutcome } from '../ticket/ticket.values.js';
import { doneOf, repairedOf, type WorkDone } from './done-lines.js';
import { stillWaived } from './waivers.js';

/** The money of one visit, each amount the sum of all there was. */
export interface VisitMoney {
  /** What the customer agreed to pay by the quote that they signed last; what cover bears is not in it. */
  readonly charged: Yuan;
  /** The lines of that quote, without those for a cause that was withdrawn since (V17). */
  readonly lines: readonly QuoteLine[];
  /** The hours and parts that count. */
  readonly work: readonly WorkDone[];
  /** The repair of this visit brought the service back. */
  readonly restored: boolean;
  /** A warranty or contract bears what the company's product caused (B2). */
  readonly covered: boolean;
  /** What a supervisor has let them off. */
  readonly waived: Yuan;
  /** What of that was of one line of the quote, by its number; absent: nothing. */
  readonly waivedOfLines?: readonly LineWaiver[];
  readonly collected: Yuan;
  /** What was given back. */
  readonly refunded: Yuan;
  /** What of that had been paid though it was not owed: it pays for nothing. */
  readonly overpaid: Yuan;
  /** The customer and the centre have agreed how the rest is paid; a new quote asks for another agreement. */
  readonly restAgreed: boolean;
}

/** What was waived of one line of a quote. */
export interface LineWaiver {
  readonly line: number;
  readonly amount: Yuan;
}

/** Before anything was signed or paid. */
export const NO_MONEY: VisitMoney = {
  charged: '0.00',
  lines: [],
  work: [],
  restored: false,
  covered: false,
  waived: '0.00',
  collected: '0.00',
  refunded: '0.00',
  overpaid: '0.00',
  restAgreed: false,
};

/** The money of a visit after an event of it. */
export function moneyAfter(money: VisitMoney, event: TicketEvent): VisitMoney {
  switch (event.type) {
    case 'EntitlementChecked':
      return { ...money, covered: event.data.entitlement.kind !== 'chargeable' };
    case 'ChargeAcknowledged': {
      const { quote, total } = event.data;
      return { ...ofNoLine(money), charged: total, lines: quote.lines, restAgreed: false };
    }
    case 'ExternalCauseWithdrawn': {
      const lines = money.lines.filter(({ basis }) => basis !== 'external-cause');
      return { ...ofNoLine(money), charged: chargedBy(lines), lines };
    }
    case 'RepairCompleted':
      return { ...money, restored: event.data.restored };
    default:
      return paidAfter({ ...money, work: workAfter(money.work, event) }, event);
  }
}

/** The lines are others now: what was waived was waived of what is charged. */
function ofNoLine({ waivedOfLines: _, ...money }: VisitMoney): VisitMoney {
  return money;
}

function waivedAfter(
  money: VisitMoney,
  { amount, line }: { readonly amount: Yuan; readonly line?: number },
): VisitMoney {
  const waived = sum([money.waived, amount]);
  if (line === undefined) return { ...money, waived };
  return { ...money, waived, waivedOfLines: [...(money.waivedOfLines ?? []), { line, amount }] };
}

function paidAfter(money: VisitMoney, event: TicketEvent): VisitMoney {
  switch (event.type) {
    case 'ChargeWaived':
      return waivedAfter(money, event.data);
    case 'ChargeCollected':
      return {
        ...money,
        collected: sum([money.collected, event.data.amount]),
        restAgreed: money.restAgreed || event.data.restAgreed !== undefined,
      };
    case 'ChargeRefunded': {
      const { amount, overpaid = '0.00' } = event.data;
      return {
        ...money,
        refunded: sum([money.refunded, amount]),
        overpaid: sum([money.overpaid, overpaid]),
      };
    }
    default:
      return money;
  }
}

/** The hours and parts that count, after an event of them. */
function workAfter(work: readonly WorkDone[], event: TicketEvent): readonly WorkDone[] {
  switch (event.type) {
    case 'LabourLogged':
    case 'LabourCorrected': {
      const { entry, hours, span } = event.data;
      const seconds = Math.round(minutesBetween(span.from, span.until) * 60);
      return put(work, { entry, hours, seconds });
    }
    case 'PartConsumed':
    case 'PartCorrected': {
      const { entry, sku, quantity } = event.data;
      return put(work, { entry, sku, quantity });
    }
    case 'LabourWithdrawn':
    case 'PartWithdrawn':
      return without(work, event.data.entry);
    default:
      return work;
  }
}

function put(work: readonly WorkDone[], done: WorkDone): readonly WorkDone[] {
  const known = work.some(({ entry }) => entry === done.entry);
  return known ? work.map((each) => (each.entry === done.entry ? done : each)) : [...work, done];
}

/** The work without an entry of it. */
function without(work: readonly WorkDone[], entry: number): readonly WorkDone[] {
  return work.filter((each) => each.entry !== entry);
}

/** What the customer is to pay by the lines of a quote: all but for what cover bears. */
export function chargedBy(lines: readonly QuoteLine[]): Yuan {
  return sum(lines.filter(({ basis }) => basis !== 'covered').map(({ amount }) => amount));
}

/** The ticket of a visit, as far as it bears on what is charged. */
export interface TicketOfBill {
  readonly status: string;
  /** How the ticket ended; undefined or null: it has not. */
  readonly outcome?: TicketOutcome | null | undefined;
}

/**
 * What is charged is what was signed while something may still be done; what of it was done, once the
 * visit's paper is complete or the ticket has ended; and nothing where the ticket was cancelled before
 * anything was done.
 */
export type Stage = 'under-way' | 'over' | 'cancelled';

/** The money of a visit, and how far the visit has come. */
export interface Bill {
  readonly money: VisitMoney;
  readonly stage: Stage;
}

/** The bill of a visit of the ticket. @param progress where the visit stands */
export function billOf(
  { status, outcome }: TicketOfBill,
  { money, progress }: { readonly money: VisitMoney; readonly progress: string },
): Bill {
  const cancelled = status === 'cancelled';
  if (cancelled && !isDone(money)) return { money, stage: 'cancelled' };
  const over = cancelled || Boolean(outcome) || progress === 'completed';
  return { money, stage: over ? 'over' : 'under-way' };
}

/** Nobody cancels a ticket on which work was done: who was at work had not heard of it, and it is charged as any. */
function isDone({ restored, work }: VisitMoney): boolean {
  return restored || work.length > 0;
}

/** The bill of a visit as the ticket itself holds it. */
export function billAt(
  ticket: TicketOfBill,
  { money, status }: { readonly money: VisitMoney; readonly status: string },
): Bill {
  return billOf(ticket, { money, progress: status });
}

/**
 * What of each line of the quote the customer is to pay, in its order: nothing of what cover bears; of
 * the rest what they have signed, and once the visit is over, what of that was done (V17, V23, B2).
 */
export function dueOfLines({ money, stage }: Bill): Yuan[] {
  const { lines } = money;
  if (stage === 'cancelled') return lines.map(() => '0.00');
  const amounts = stage === 'over' ? doneBy(money) : lines.map(({ amount }) => fen(amount));
  return lines.map((line, index) => yuan(isBorne(line, money) ? 0n : amounts[index]!));
}

function doneBy({ restored, lines, work }: VisitMoney): Fen[] {
  return restored ? repairedOf(lines, work) : doneOf(lines, work);
}

/** Cover bears what was quoted as covered, and what was quoted as charged before the cover was found. */
export function isBorne({ basis }: QuoteLine, { covered }: Pick<VisitMoney, 'covered'>): boolean {
  return basis === 'covered' || (basis === 'out-of-cover' && covered);
}

/** What was waived, in fen, without what of a line fell with it (V23). */
export function waivedOf(bill: Bill): Fen {
  const { waived, waivedOfLines = [] } = bill.money;
  const total = (of: readonly LineWaiver[]) => fen(sum(of.map(({ amount }) => amount)));
  const still = total(stillWaived(waivedOfLines, dueOfLines(bill)));
  return fen(waived) - total(waivedOfLines) + still;
}

/** What may be collected at most, all collections together. */
export function due(bill: Bill): Yuan {
  const rest = fen(sum(dueOfLines(bill))) - waivedOf(bill);
  return yuan(rest > 0n ? rest : 0n);
}

/** What was paid, in fen, but for what was given back as it had not been owed. */
export function paid({ collected, overpaid }: Pick<VisitMoney, 'collected' | 'overpaid'>): Fen {
  return fen(collected) - fen(overpaid);
}

/** What is still to be paid. What was owed and given back is not owed again. */
export function owed(bill: Bill): Yuan {
  const rest = fen(due(bill)) - paid(bill.money);
  return yuan(rest > 0n ? rest : 0n);
}

/** What the customer has paid beyond what they are to pay, as after a waiver, and is due back to them (V23). */
export function dueBack(bill: Bill): Yuan {
  const rest = kept(bill.money) - fen(due(bill));
  return yuan(rest > 0n ? rest : 0n);
}

/** What was signed, is borne by nobody else, and is not charged because it was not done. */
export function notDone({ money, stage }: Bill): Yuan {
  const signed = fen(sum(dueOfLines({ money, stage: 'under-way' })));
  return yuan(signed - fen(sum(dueOfLines({ money, stage }))));
}

/** What the centre has of the customer's money, in fen. */
export function kept({ collected, refunded }: Pick<VisitMoney, 'collected' | 'refunded'>): Fen {
  return fen(collected) - fen(refunded);
}

/** What is still to be paid of several visits, and what is due back, as an event says it: nothing where nothing is. */
export function outstanding(of: readonly Bill[]): {
  readonly owed?: Yuan;
  readonly dueBack?: Yuan;
} {
  const rest = sum(of.map(owed));
  const back = sum(of.map(dueBack));
  return {
    ...(fen(rest) > 0n && { owed: rest }),
    ...(fen(back) > 0n && { dueBack: back }),
  };
}
