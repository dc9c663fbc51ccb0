import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, sum, type Yuan } from '@app/kernel';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketDecider } from '../domain/ticket/ticket.decider.js';
import type { OpenedTicket } from '../domain/ticket/ticket.state.js';
import { billAt, owed } from '../domain/visit/money.js';
import { awaitsNext } from '../domain/visit/crew.js';
import { hasArrived, type Visit } from '../domain/visit/visit.state.js';
import { anyTicket } from '../testing/histories.js';
import { ticketBoard } from './ticket-board/ticket-board.projection.js';
import { ticketDetail } from './ticket-detail/ticket-detail.projection.js';

test('the board and the detail say of a ticket what its own state says', () => {
  fc.assert(
    fc.property(anyTicket, (historyOf) => {
      const past = historyOf('T');
      const state = fold(ticketDecider, past);
      fc.pre(state.status !== 'none');
      const events = recorded('ticket-T', past);
      const board = rowsOf(ticketBoard, events).get('T')!;
      const { detail } = rowsOf(ticketDetail, events).get('T')!;
      const deadlines = state.deadlines;
      const open = state.findings
        .filter(({ status }) => status === 'open')
        .map(({ finding }) => finding);
      expect(board).toMatchObject({
        status: state.status,
        openFindings: open,
        responseDue: deadlines.response?.due ?? null,
        restorationDue: deadlines.restoration?.due ?? null,
        visits: state.visits.map(({ visit, technician, window }) => ({
          visit,
          technician,
          window,
        })),
        version: past.length,
      });
      expect([board.owed, detail.owed]).toEqual([owing(state), owing(state)]);
      expect(board.restoredAt !== null).toBe(state.restored);
      expect(detail).toMatchObject({
        status: state.status,
        findings: state.findings.map(({ finding, status }) => ({ finding, status })),
        visits: state.visits.map((visit) => ({
          visit: visit.visit,
          progress: shown(visit),
        })),
      });
      const held = detail.custody.filter(({ returned, givenUp }) => !returned && !givenUp);
      expect(board.deadlines).toEqual(state.deadlines);
      expect(detail.deadlines).toEqual(state.deadlines);
      expect(board.earlierDeadlines).toEqual(state.earlierDeadlines);
      expect(board.outcome ?? undefined).toBe(state.outcome);
      expect(held.map(({ product }) => product)).toEqual(
        state.custody.map(({ product }) => product),
      );
    }),
    { numRuns: 150 },
  );
});

function shown(visit: Visit): string {
  if (awaitsNext(visit)) return 'scheduled';
  return visit.status === 'working' && visit.suspension ? 'suspended' : visit.status;
}

function owing(ticket: OpenedTicket): Yuan {
  return sum(ticket.visits.filter(hasArrived).map((visit) => owed(billAt(ticket, visit))));
}
