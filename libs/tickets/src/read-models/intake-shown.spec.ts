import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { TicketEvent } from '../contract.js';
import { opened, scheduled } from '../testing/past.js';
import { at, event, TICKET } from '../testing/ticket.builders.js';
import { technicianDay } from './technician-day/technician-day.projection.js';
import { ticketBoard } from './ticket-board/ticket-board.projection.js';
import { ticketDetail } from './ticket-detail/ticket-detail.projection.js';

const corrected = event(
  'IntakeCorrected',
  {
    address: '人民路 18 号',
    landmark: null,
    before: { address: '人民路 8 号 3 单元 502', landmark: '人民公园东门' },
    reason: '客户来电更正',
  },
  '08:30',
);
const linked = event(
  'CustomerLinked',
  {
    customer: 'C-2',
    name: '东湖大厦物业',
    phone: '0571-8000001',
    address: '东湖路 1 号',
    landmark: '东湖音乐喷泉',
    quietHours: [{ from: '22:00', until: '07:00' }],
    before: { customer: 'C-1', site: 'S-1' },
    reason: '查到档案',
  },
  '08:40',
);

const shown = (...events: TicketEvent[]) => {
  const stored = recorded(`ticket-${TICKET}`, [
    opened({ customer: 'C-1', site: 'S-1' }),
    scheduled(),
    ...events,
  ]);
  return {
    board: rowsOf(ticketBoard, stored).get(TICKET)!,
    detail: rowsOf(ticketDetail, stored).get(TICKET)!.detail,
    day: rowsOf(technicianDay, stored).get(TICKET)!,
  };
};

test('[N12] board, detail and day show the address as it was corrected; what was not corrected stays', () => {
  const { board, detail, day } = shown(corrected);
  const said = { name: '孙丽', phone: '13800000001', address: '人民路 18 号', fault: '空调不制冷' };
  expect(board).toMatchObject({ ...said, customer: 'C-1', site: 'S-1' });
  expect(board).not.toHaveProperty('landmark');
  expect(detail).toMatchObject({ ...said, landmark: null, customer: 'C-1', site: 'S-1' });
  expect(day).toMatchObject({ ...said, landmark: null, customer: 'C-1', site: 'S-1' });
});

test('[N12] the search of the board finds the corrected address, and the old one no longer', () => {
  const words = ticketBoard.derived!['search']!.of(shown(linked).board);
  expect(JSON.stringify(words)).toContain('东湖');
  expect(JSON.stringify(words)).not.toContain('人民');
});

test('[N12] they show the customer and site that the ticket was linked to', () => {
  const { board, detail, day } = shown(linked);
  const said = { name: '东湖大厦物业', phone: '0571-8000001', address: '东湖路 1 号' };
  expect(board).toMatchObject({ ...said, customer: 'C-2', site: null });
  expect(detail).toMatchObject({ ...said, customer: 'C-2', site: null });
  expect(detail.quietHours).toEqual([{ from: '22:00', until: '07:00' }]);
  expect(day).toMatchObject({ ...said, landmark: '东湖音乐喷泉', customer: 'C-2', site: null });
});

test('[N12] the detail shows the signature of a customer who came in person', () => {
  const signature = {
    name: '孙丽',
    role: 'customer' as const,
    signedAt: at('08:00'),
    image: 'a'.repeat(64),
  };
  const stored = recorded(`ticket-${TICKET}`, [opened({ source: 'walk-in', signature })]);
  const { detail } = rowsOf(ticketDetail, stored).get(TICKET)!;
  expect(detail.signature).toEqual({ ...signature, under: 'intake' });
  expect(shown().detail.signature).toBeNull();
});
