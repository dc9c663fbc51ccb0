import { expect, test } from '@jest/globals';
import { at } from '../../testing/ticket.builders.js';
import { ranFor } from './running-time.js';

const hours = [{ days: [1, 2, 3, 4, 5], from: '08:30', until: '17:30' }];

test('[B2] a clock awaits its year also where a pause begins at the earliest end that there could be', () => {
  const run = { from: at('09:00'), working: { hours, years: [] } };
  const pause = { since: at('11:00'), until: at('11:10'), why: 'customers-wish' as const };
  const by = { type: 'VisitScheduled', occurredAt: at('11:00') };
  expect(ranFor(120, run, [{ ...pause, by }], at('20:00'))).toEqual({
    at: at('11:10'),
    awaits: '2026',
  });
  expect(ranFor(120, { from: run.from }, [{ ...pause, by }], at('20:00'))).toEqual({
    at: at('11:10'),
  });
});
