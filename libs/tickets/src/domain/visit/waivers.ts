import { fen, sum, yuan, type Fen, type Yuan } from '@app/kernel';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { ChargeBasis } from '../ticket/ticket.values.js';

/** What a supervisor has let the customer off: of one line of the quote, or of all that is charged. */
export interface Waiver {
  readonly amount: Yuan;
  /** Its number in the quote that was signed last; absent: of none, or of a line of a quote before that. */
  readonly line?: number;
  /** On which ground that line was charged; absent: no line was named. */
  readonly basis?: ChargeBasis;
}

/** The waivers of a visit after an event of it. A new quote has lines of its own. */
export function waiversAfter(
  before: readonly Waiver[] = [],
  event: TicketEvent,
): readonly Waiver[] {
  switch (event.type) {
    case 'ChargeWaived': {
      const { amount, line, basis } = event.data;
      return [...before, { amount, ...(basis && { basis }), ...(line !== undefined && { line }) }];
    }
    case 'ChargeAcknowledged':
    case 'ExternalCauseWithdrawn':
      return before.map(({ line: _, ...waiver }) => waiver);
    default:
      return before;
  }
}

/** What was waived of one line of the quote. */
export function waivedOfLine(waivers: readonly Waiver[] = [], line: number): Yuan {
  return sum(waivers.flatMap((each) => (each.line === line ? [each.amount] : [])));
}

/** The waivers as far as they waive something: what of a line is no longer charged falls with it (V23). @param due of each line, before any waiver */
export function stillWaived<W extends Pick<Waiver, 'amount' | 'line'>>(
  waivers: readonly W[] = [],
  due: readonly Yuan[],
): W[] {
  const rest = due.map(fen);
  return waivers.map((waiver) => {
    if (waiver.line === undefined) return waiver;
    const left = rest[waiver.line - 1] ?? 0n;
    const amount = fen(waiver.amount) < left ? fen(waiver.amount) : left;
    rest[waiver.line - 1] = left - amount;
    return { ...waiver, amount: yuan(amount) };
  });
}

/**
 * What of all waivers is of the extra service: those of its lines; of those that name no line its part of
 * what is charged besides what was waived by name, half a fen rounded up.
 *
 * @param charged of the extra service, and of everything, before any waiver
 */
export function waivedOfExtra(
  waivers: readonly Waiver[] = [],
  charged: { readonly extra: Fen; readonly all: Fen },
): Fen {
  const total = (of: (waiver: Waiver) => boolean) =>
    fen(sum(waivers.filter(of).map(({ amount }) => amount)));
  const named = total(({ basis }) => basis === 'extra-service');
  const others = total(({ basis }) => basis !== undefined && basis !== 'extra-service');
  const unnamed = total(({ basis }) => basis === undefined);
  const [extra, all] = [charged.extra - named, charged.all - named - others];
  if (extra <= 0n || all <= 0n) return named;
  return named + (2n * unnamed * extra + all) / (2n * all);
}
