import { isJudged, type Begun, type ComplaintStage } from './complaint.state.js';

/** How far a complaint has come in this round. */
export function stageOf(complaint: Begun): ComplaintStage {
  const reached: readonly (readonly [boolean, ComplaintStage])[] = [
    [complaint.status === 'closed', 'closed'],
    [complaint.answer !== undefined, 'answered'],
    [isJudged(complaint), 'judged'],
    [complaint.investigation !== undefined, 'investigated'],
    [complaint.investigator !== undefined || complaint.joinedTo !== undefined, 'investigating'],
    [complaint.apology !== undefined, 'acknowledged'],
    [complaint.recordedAt !== undefined, 'recorded'],
  ];
  return reached.find(([is]) => is)?.[1] ?? 'received';
}
