import { recordDeeds, withdrawFindings } from '@app/findings';
import { instantOf, localDate, type Command, type Instant } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from './found.js';
import type { ExtendToolLoan } from './tool.commands.js';
import type { ToolDeed, ToolEvent } from './tool.events.js';
import { holderAt, loanAt, type KeptTool } from './tool.state.js';

/* What is told late of a tool, and shows that what was found of whoever had it is not so. */

/** It left their hands before it was due; and before they left, or on their last day of work, which belongs to it (R12). */
export function wasNotKept(
  command: Command,
  tool: KeptTool,
  event: ToolDeed,
): readonly ToolEvent[] {
  const since = instantOf(localDate(event.occurredAt), '00:00');
  const rules = [found.toolComesBackFromWhoeverLeaves];
  return [
    ...withdrawFindings(command, tool, { rules: [found.toolComesBackInTime], place: {} }, event),
    ...withdrawFindings(command, tool, { rules, place: {}, since }, event),
  ];
}

/** It was calibrated as it was handed out, and on (V5). */
export function wasCalibrated(
  command: Command,
  { findings }: KeptTool,
  validUntil: Instant,
  event: ToolDeed,
): readonly ToolEvent[] {
  const until = findings.filter(({ foundAt }) => foundAt <= validUntil);
  const rules = [found.toolIsCalibrated];
  return withdrawFindings(command, { findings: until }, { rules, place: {} }, event);
}

/**
 * More time was given of a loan that is over by now: until that was over, or the tool came back, it was not
 * overdue. @returns undefined: no loan of then is over
 */
export function extendedBefore(
  command: ExtendToolLoan,
  tool: KeptTool,
): readonly ToolEvent[] | undefined {
  const { employee, endedAt: followedAt } = loanAt(tool, command.occurredAt) ?? {};
  if (employee === undefined || followedAt === undefined) return undefined;
  const { due } = command.data;
  const extended = { tool: tool.tool, employee, due, followedAt };
  const event = happened(command, 'ToolLoanExtended', extended, ['R12']);
  const rules = [found.toolComesBackInTime];
  const findings = tool.findings.filter(({ foundAt }) => foundAt < due && foundAt < followedAt);
  const withdrawn = withdrawFindings(command, { findings }, { rules, place: {} }, event);
  const person = holderAt(tool, due);
  const again = withdrawn.length > 0 && due < followedAt ? rules : [];
  const then = { ...command, occurredAt: due };
  return [event, ...withdrawn, ...recordDeeds(then, tool, again, { ...(person && { person }) })];
}
