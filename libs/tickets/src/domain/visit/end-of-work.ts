import type { Instant } from '@app/kernel';
import type { StepsAt, Visit } from './visit.state.js';

const WORK = ['WorkStarted', 'WorkResumed', 'RepairCompleted'] as const;

/**
 * Until when work is known to have gone on at a visit: its last start, resumption or end. Hours and
 * parts do not count, since they may be written down when everything is over. Undefined: no work.
 */
export function endOfWork({ stepsAt }: Pick<Visit, 'stepsAt'>): Instant | undefined {
  return WORK.flatMap((type) => stepsAt[type] ?? [])
    .sort()
    .at(-1);
}

/** Whether a step that belongs after the work was last done before the work was over. */
export function wasBeforeEndOfWork(visit: Pick<Visit, 'stepsAt'>, step: keyof StepsAt): boolean {
  const [done, end] = [visit.stepsAt[step], endOfWork(visit)];
  return done !== undefined && end !== undefined && done < end;
}
