import { findingsAfter, isOfFinding, type WithFindings } from '@app/findings';
import { streams, type Instant } from '@app/kernel';
import type { AtRung, EmergencyEvent, LadderEvent } from './emergency.events.js';

/** The last rung that was called. */
export interface Called extends AtRung {
  readonly round: number;
  /** When the next one is called; absent: at once. */
  readonly next?: Instant;
}

/** A ticket that somebody has to take at once. Stream `emergency-<ticket>`. */
export type Emergency = WithFindings<AtRung> & ({ readonly status: 'none' } | Raised);

export interface Raised {
  readonly status: 'raised' | 'acknowledged' | 'resolved';
  readonly ticket: string;
  /** When it was raised, the last time. */
  readonly raisedAt: Instant;
  readonly edition?: number;
  readonly nextRungAfter: number;
  readonly called?: Called;
  /** Who acknowledged first, and when. */
  readonly acknowledgedBy?: string;
  readonly acknowledgedAt?: Instant;
  /** Everybody who has acknowledged, the first included. */
  readonly acknowledged: readonly string[];
}

export const emergencyStreams = streams<Emergency>('emergency');

export const initialState = (): Emergency => ({ status: 'none', findings: [] });

export function evolve(emergency: Emergency, event: EmergencyEvent): Emergency {
  if (isOfFinding(event))
    return { ...emergency, findings: findingsAfter(emergency.findings, event) };
  const { findings } = emergency;
  if (event.type === 'EmergencyRaised') {
    const { data, occurredAt: raisedAt } = event;
    return { status: 'raised', ...data, raisedAt, acknowledged: [], findings };
  }
  return emergency.status === 'none' ? emergency : { ...climbed(emergency, event), findings };
}

function climbed(raised: Raised, event: Exclude<LadderEvent, { type: 'EmergencyRaised' }>): Raised {
  switch (event.type) {
    case 'EscalationRungCalled': {
      const { round, rung, next } = event.data;
      return { ...raised, called: { round, rung, ...(next !== undefined && { next }) } };
    }
    case 'GeneralManagerCalled':
      return raised;
    case 'EmergencyAcknowledged': {
      const { employee, first } = event.data;
      const acknowledged = [...raised.acknowledged, employee];
      if (raised.acknowledgedBy !== undefined) return { ...raised, acknowledged };
      const status = raised.status === 'resolved' ? 'resolved' : 'acknowledged';
      const by = { acknowledgedBy: first, acknowledgedAt: event.occurredAt };
      return { ...raised, status, ...by, acknowledged };
    }
    case 'EmergencyResolved':
      return { ...raised, status: 'resolved' };
  }
}
