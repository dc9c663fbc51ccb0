import type { Projection, Recorded } from '@app/projections';
import { emergencyEventTypes, type EmergencyLadderEvent } from '../../contract.js';
import { EmergencyRow } from './emergency-board.row.js';

/** Every emergency, how far the ladder was climbed, and who took it. */
export const emergencyBoard: Projection<EmergencyRow, EmergencyLadderEvent> = {
  name: 'emergency-board',
  version: 1,
  row: EmergencyRow,
  handles: emergencyEventTypes,
  begins: ['EmergencyRaised'],
  keysOf: ({ data }) => [data.ticket],
  evolve(row, event) {
    if (event.type === 'EmergencyRaised') return raised(event);
    return row && { ...row, ...after(row, event) };
  },
};

function raised({ data, occurredAt, position }: Recorded<EmergencyLadderEvent>): EmergencyRow {
  return {
    ticket: data.ticket,
    status: 'raised',
    raisedAt: occurredAt,
    round: null,
    rung: null,
    called: [],
    nextCall: null,
    acknowledgedBy: null,
    acknowledgedAt: null,
    resolvedAt: null,
    recorded: position.toString(),
  };
}

function after(row: EmergencyRow, event: EmergencyLadderEvent): Partial<EmergencyRow> {
  switch (event.type) {
    case 'EscalationRungCalled': {
      const { round, rung, employees, next = null } = event.data;
      const nextCall = row.status === 'raised' ? next : null;
      return { round, rung, called: merged(row.called, employees), nextCall };
    }
    case 'GeneralManagerCalled':
      return { called: merged(row.called, [event.data.employee]) };
    case 'OnCallAwaited':
      return row.status === 'raised' ? { nextCall: event.data.next } : {};
    case 'EmergencyAcknowledged': {
      if (row.acknowledgedBy !== null) return {};
      const status = row.status === 'resolved' ? 'resolved' : 'acknowledged';
      const by = { acknowledgedBy: event.data.first, acknowledgedAt: event.occurredAt };
      return { status, nextCall: null, ...by };
    }
    case 'EmergencyResolved':
      return { status: 'resolved', nextCall: null, resolvedAt: event.occurredAt };
    case 'EmergencyRaised':
    case 'LadderTakenUp':
      return {};
  }
}

function merged(before: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])];
}
