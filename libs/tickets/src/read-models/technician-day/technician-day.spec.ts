import { describe, expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { TicketEvent } from '../../contract.js';
import {
  cancelled,
  delayNotified,
  faultAnalysed,
  opened,
  prepared,
  rescheduled,
  scheduled,
  visitCancelled,
} from '../../testing/past.js';
import { at, span, TICKET } from '../../testing/ticket.builders.js';
import { technicianDay } from './technician-day.projection.js';

const given = (...events: TicketEvent[]) =>
  rowsOf(technicianDay, recorded(`ticket-${TICKET}`, events)).get(TICKET);

describe("a technician's day", () => {
  test('is found by technician and business date', () => {
    expect(given(opened(), scheduled())).toMatchObject({
      days: ['li-wei/2026-03-02'],
      address: '人民路 8 号 3 单元 502',
    });
  });

  test('is two days when the window crosses midnight in Shanghai', () => {
    const window = { from: at('23:00'), until: at('01:00', 1) };
    expect(given(opened(), scheduled({ window }))?.days).toEqual([
      'li-wei/2026-03-02',
      'li-wei/2026-03-03',
    ]);
  });

  test('loses a visit that moves to another day or another technician', () => {
    expect(given(opened(), scheduled(), rescheduled(span('09:00', '11:00', 1)))?.days).toEqual([
      'li-wei/2026-03-03',
    ]);
    const handedOver = rescheduled(span('09:00', '11:00'), { technician: 'wang-fang' });
    expect(given(opened(), scheduled(), handedOver)?.days).toEqual(['wang-fang/2026-03-02']);
  });

  test('keeps a cancelled visit, as cancelled', () => {
    const row = given(opened(), scheduled(), visitCancelled());
    expect(row).toMatchObject({ days: ['li-wei/2026-03-02'], visits: [{ progress: 'cancelled' }] });
  });

  test('lists what the fault needs and what was packed [V3] [V5] [V6]', () => {
    expect(given(opened(), faultAnalysed(), scheduled(), prepared())).toMatchObject({
      neededTools: ['T-100'],
      neededParts: ['CAP-35'],
      visits: [{ packed: { tools: ['T-100'], parts: [{ sku: 'CAP-35', quantity: 1 }] } }],
    });
  });

  test('unpacks when somebody else goes, and not when the same one goes later', () => {
    const later = rescheduled(span('15:00', '16:00'));
    const other = rescheduled(span('15:00', '16:00'), { technician: 'wang-fang' });
    expect(given(opened(), scheduled(), prepared(), later)?.visits[0]?.packed).not.toBeNull();
    expect(given(opened(), scheduled(), prepared(), other)?.visits[0]?.packed).toBeNull();
  });

  test('shows the new time that the customer was told [V7]', () => {
    expect(given(opened(), scheduled(), delayNotified('11:30', '10:40'))).toMatchObject({
      visits: [{ delayedUntil: at('11:30') }],
    });
  });

  test('shows that the ticket was cancelled', () => {
    expect(given(opened(), scheduled(), cancelled())).toMatchObject({ status: 'cancelled' });
  });
});
