import { instantOf } from '@app/kernel';
import type { CaseFile } from '../standing.state.js';
import type { ActTakenOver } from './opening.events.js';

/** An act from paper as a case: decided there, before everything that was decided here. */
export function takenOver({ data, occurredAt }: ActTakenOver): CaseFile {
  const { entry, source, dated, decidedOn, level, points, ...opened } = data;
  return {
    case: data.case,
    status: 'decided',
    opened: { ...opened, evidence: [] },
    openedAt: occurredAt,
    reporters: [],
    involved: [],
    verified: false,
    measures: [level],
    heard: false,
    heardBy: [],
    decidedAt: instantOf(decidedOn, '00:00'),
    decision: 0,
    points,
    // The way of appeal was that of the paper.
    appealDecided: true,
    sharePaid: false,
    fromPaper: { entry, source, dated },
    since: occurredAt,
  };
}
