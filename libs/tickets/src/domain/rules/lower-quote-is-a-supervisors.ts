import { rule } from '@app/policy';
import { fen, type Actor, type Yuan } from '@app/kernel';
import type { OnSiteRecord } from '../visit/on-site.record.js';

const DECIDERS = ['supervisor', 'general-manager'];

/** V23: once the repair is completed, what is due for it is lowered only by a supervisor. */
export const lowerQuoteIsASupervisors = rule<{
  readonly total: Yuan;
  readonly visit: Pick<OnSiteRecord, 'repair' | 'charge'>;
  readonly actor: Actor;
}>(
  'V23',
  'quote-lowered-without-supervisor',
  {
    zh: '维修完成后，只有主管可以降低报价',
    en: 'after the repair is completed, only a supervisor may lower the quote',
  },
  ({ total, visit: { repair, charge }, actor }) =>
    repair !== undefined &&
    fen(total) < fen(charge?.total ?? '0.00') &&
    !DECIDERS.includes(actor.role),
);
