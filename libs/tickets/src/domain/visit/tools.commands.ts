import type { Ask, Instant } from '@app/kernel';

/**
 * Given by a process alone, when it is told late whose a tool was: whether what somebody put down as taken
 * along was in their hands then is looked at anew.
 */
export type JudgeTools = Ask<
  'JudgeTools',
  {
    visit: number;
    technician: string;
    tool: string;
    /** Who entered late that it was theirs; absent: it is told that it was theirs no longer. */
    enteredBy?: string;
    /** The event of the tool's stream that shows it. */
    shownBy: { readonly type: string; readonly occurredAt: Instant; readonly stream: string };
  },
  { toolsInHand: readonly string[] }
>;
