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
  /** The edition of the roster that it climbs. */
  readonly edition?: number;
  /** Those that it climbed before, on which nobody was on call any more. */
  readonly formerEditions: readonly number[];
  readonly nextRungAfter: number;
  readonly called?: Called;
  /** When the general manager was called, the last time. */
  readonly managerCalledAt?: Instant;
  /** Nobody can be called: which round begins when the ladder is looked at again. */
  readonly awaits?: { readonly round: number; readonly next: Instant };
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
    const anew = { formerEditions: [], acknowledged: [] };
    return { status: 'raised', ...data, raisedAt, ...anew, findings };
  }
  return emergency.status === 'none' ? emergency : { ...climbed(emergency, event), findings };
}

/** It is not taken, and nobody is waited for: nobody was on call, or there was no ladder to be climbed. */
export function awaitsSomebody({ status, awaits, called }: Raised): boolean {
  return status === 'raised' && (awaits !== undefined || called === undefined);
}

function climbed(before: Raised, event: Exclude<LadderEvent, { type: 'EmergencyRaised' }>): Raised {
  const { awaits: _, ...raised } = before;
  switch (event.type) {
    case 'EscalationRungCalled': {
      const { round, rung, next } = event.data;
      return { ...raised, called: { round, rung, ...(next !== undefined && { next }) } };
    }
    case 'GeneralManagerCalled':
      return { ...raised, managerCalledAt: event.occurredAt };
    case 'OnCallAwaited': {
      const { round, next } = event.data;
      return { ...raised, awaits: { round, next } };
    }
    case 'LadderTakenUp': {
      const { edition } = event.data;
      const former = raised.edition === undefined ? [] : [raised.edition];
      return { ...before, edition, formerEditions: [...raised.formerEditions, ...former] };
    }
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
