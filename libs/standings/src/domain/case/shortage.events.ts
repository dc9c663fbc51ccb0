import type { DomainEvent } from '@app/kernel';
import type { Shortage } from './facts.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/**
 * What was missing at a stocktake of the goods in their charge, and nobody explained, all together; in place
 * of what was said of that stocktake before.
 */
export type ShortageRecorded = DomainEvent<
  'ShortageRecorded',
  Shortage & { readonly employee: string; readonly year: string; readonly stocktake: string }
>;
export const shortageRecorded: ShortageRecorded['data'] = {
  employee: 'he-ying',
  year: '2026',
  stocktake: 'ST-2026-03',
  at: '2026-03-07T01:00:00.000Z',
  amount: '120.00',
};
