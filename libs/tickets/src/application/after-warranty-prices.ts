import { Injectable } from '@nestjs/common';
import type { Instant, Yuan } from '@app/kernel';
import type { QuoteLine } from '../domain/ticket/ticket.values.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { afterWarranty } from '../domain/visit/after-warranty.js';
import { Custody } from './ports.js';
import { technicianOf } from './whose-visit.js';

/** A line that is to be priced. */
export type Unpriced = Omit<QuoteLine, 'amount' | 'origin'>;

interface Unquoted {
  readonly lines: readonly Unpriced[];
}

/** What work and parts cost after the cover (B2). */
@Injectable()
export class AfterWarrantyPrices {
  constructor(private readonly custody: Custody) {}

  /** Of each line what its parts cost by the books of the visit's technician; undefined where it is not asked for, or not known. */
  costs(
    { quote: { lines }, visit }: { readonly quote: Unquoted; readonly visit: number },
    ticket: Ticket,
  ): Promise<(Yuan | undefined)[]> {
    const employee = technicianOf(ticket, visit);
    return Promise.all(
      lines.map(async ({ basis, sku, quantity = 1 }) =>
        basis === 'out-of-cover' && sku !== undefined && employee !== ''
          ? this.custody.costOf({ employee, sku, quantity })
          : undefined,
      ),
    );
  }

  /** The lines as they may be quoted at most; without those of which nothing is known. */
  async quoted(
    lines: readonly Unpriced[],
    { ticket, visit, at }: { ticket: Ticket; visit: number; at: Instant },
  ): Promise<QuoteLine[]> {
    const costs = await this.costs({ quote: { lines }, visit }, ticket);
    return lines.flatMap((line, index) => {
      const origin = afterWarranty(line, at, () => costs[index]);
      return origin ? [{ ...line, amount: origin.most, origin }] : [];
    });
  }
}
