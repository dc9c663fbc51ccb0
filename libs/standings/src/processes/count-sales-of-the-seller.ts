import { stockEvents, type MaterialSold, type MaterialTakenBack } from '@app/inventory';
import { localDate, type Instant, type Span } from '@app/kernel';
import { only, send, type Process, type Reaction } from '@app/processes';
import { figuresStreams } from '../domain/figures/figures.state.js';

/** When something was sold: what comes back is taken off that month's result. */
interface Sale {
  readonly at: Instant | null;
}

/** D14, D19, D24: what is sold counts for its seller in the month of the sale, less what was paid for what of it comes back. */
export const countSalesOfTheSeller: Process<Sale, MaterialSold | MaterialTakenBack> = {
  name: 'count-sales-of-the-seller',
  startsAt: 'first-event',
  handles: only(stockEvents, ['MaterialSold', 'MaterialTakenBack']),
  keyOf: ({ stream, data }) => `${stream} ${data.slip}`,
  initialState: { at: null },
  evolve: (sale, { type, occurredAt }) => (type === 'MaterialSold' ? { at: occurredAt } : sale),
  react({ type, data, stream, occurredAt }, { at }) {
    const amount = type === 'MaterialSold' ? data.price : `-${data.paid ?? data.refund}`;
    const month = localDate(type === 'MaterialSold' ? occurredAt : (at ?? occurredAt)).slice(0, 7);
    return counts(data.seller, { of: 'sales', month, amount, stream, entry: data.slip });
  },
};

interface Counted {
  readonly of: 'sales' | 'hours';
  readonly month: string;
  readonly amount: string;
  readonly stream: string;
  readonly entry: string;
  /** Of hours, when they were worked. */
  readonly span?: Span;
}

/** Nothing of nothing, and of users who are no employees. */
export function counts(employee: string, { stream, entry, ...said }: Counted): Reaction[] {
  if (employee.includes(':') || /^-?0\.00$/.test(said.amount)) return [];
  const year = said.month.slice(0, 4);
  const data = { employee, year, ...said, source: { stream, entry } };
  return [send(figuresStreams, employee, 'CountResult', data)];
}
