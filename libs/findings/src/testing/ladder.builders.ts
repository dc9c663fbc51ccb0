import { fold, type Actor } from '@app/kernel';
import { specification } from '@app/kernel/src/testing/specification.js';
import type { ReopenVerdict, ReviewFinding } from '@app/findings';
import {
  ladderDecider,
  type Ladder,
  type LadderCommand,
  type LadderEvent,
  type UseLadder,
} from './ladder.js';

export const LADDER = 'L-1';
export const LI_WEI: Actor = { id: 'li-wei', role: 'technician' };
export const WANG_FANG: Actor = { id: 'wang-fang', role: 'technician' };
export const SUPERVISOR: Actor = { id: 'chen-gang', role: 'supervisor' };
export const MANAGER: Actor = { id: 'ma-guoqiang', role: 'general-manager' };

export const FOUND_AT = '2026-03-02T01:00:00.000Z';
export const REVIEWED_AT = '2026-03-02T06:00:00.000Z';

const id = '0190d3f0-0000-7000-8000-000000000001';

export const given = specification(ladderDecider);

/** Li Wei stands on an unsecured ladder, and says so himself unless another is named. */
export function use(by: Actor = LI_WEI, more: Partial<UseLadder['data']> = {}): UseLadder {
  const data = { ladder: LADDER, employee: LI_WEI.id, secured: false, ...more };
  return { type: 'UseLadder', data, id, occurredAt: FOUND_AT, actor: by };
}

export function review(
  data: ReviewFinding['data'],
  by: Actor = SUPERVISOR,
  occurredAt = REVIEWED_AT,
): ReviewFinding {
  return { type: 'ReviewFinding', data, id, occurredAt, actor: by, known: undefined };
}

export function reopen(by: Actor = MANAGER, finding = 1): ReopenVerdict {
  const data = { finding, reason: '本人申诉' };
  return { type: 'ReopenVerdict', data, id, occurredAt: REVIEWED_AT, actor: by, known: undefined };
}

/** What comes of the commands, one after another. */
export function past(...commands: LadderCommand[]): LadderEvent[] {
  return commands.reduce<LadderEvent[]>(
    (events, command) => [...events, ...ladderDecider.decide(command, ladderAfter(events))],
    [],
  );
}

export function ladderAfter(events: readonly LadderEvent[]): Ladder {
  return fold(ladderDecider, events);
}
