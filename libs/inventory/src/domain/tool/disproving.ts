import { recordDeeds, withdrawFindings } from '@app/findings';
import { broken, instantOf, localDate, plusDays, type Command, type Instant } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from './found.js';
import type { AskForTool, ExtendToolLoan } from './tool.commands.js';
import type { ToolDeed, ToolEvent, ToolReturned } from './tool.events.js';
import { dueBetween, evolveTool, holderAt, loanAt, type KeptTool } from './tool.state.js';

/* What is told late of a tool, and shows that what was found of whoever had it is not so. */

/** It left their hands before it was due; and before they left, or on their last day of work, which belongs to it (R12). */
export function wasNotKept(
  command: Command,
  tool: Pick<KeptTool, 'findings'>,
  event: ToolDeed,
): readonly ToolEvent[] {
  const since = instantOf(localDate(event.occurredAt), '00:00');
  const rules = [found.toolComesBackFromWhoeverLeaves];
  return [
    ...withdrawFindings(command, tool, { rules: [found.toolComesBackInTime], place: {} }, event),
    ...withdrawFindings(command, tool, { rules, place: {}, since }, event),
  ];
}

/**
 * The same of a loan that ended before what had been recorded next: it was not theirs any more that was lost then,
 * and what is found of those after them stands.
 */
export function wasNotKeptUntil(
  command: Command,
  tool: KeptTool,
  event: ToolReturned,
  followedAt: Instant,
): readonly ToolEvent[] {
  const { employee } = event.data;
  const findings = tool.findings.filter(
    ({ foundAt, person = employee }) => foundAt <= followedAt && person === employee,
  );
  const lost = { rules: [found.toolIsKept], place: {} };
  return [
    ...wasNotKept(command, { findings }, event),
    ...withdrawFindings(command, { findings }, lost, event),
  ];
}

/**
 * Told between others, and its time was over before it came back, or left the store again: that it was overdue is
 * found at its time, once.
 *
 * @param event what is told of that loan
 */
export function wasOverdueBetween(
  command: Command,
  tool: KeptTool,
  event: ToolEvent,
  until: Instant,
): readonly ToolEvent[] {
  const due = dueBetween(tool, event.occurredAt);
  if (due === undefined || due === until) return [];
  const over = broken([found.toolComesBackInTime], { due, at: until }).filter(
    ({ code }) =>
      !tool.findings.some(
        (each) => each.code === code && each.foundAt === due && each.status !== 'withdrawn',
      ),
  );
  const person = holderAt(evolveTool(tool, event), due);
  const then = { ...command, occurredAt: due };
  return recordDeeds(then, tool, over, { ...(person && { person }) });
}

/**
 * It left the hands of whoever has left before their leaving was entered, and after their last day of work: it was
 * kept over that day, which is found once (R12).
 */
export function keptSince(
  { data: { employee }, ...command }: AskForTool,
  { findings, hands }: KeptTool,
  leftAt: Instant,
): readonly ToolEvent[] {
  const over = instantOf(plusDays(localDate(leftAt), 1), '00:00');
  const then = hands.findLast(({ since }) => since < over);
  if (then?.holder !== employee) return [];
  const { code } = found.toolComesBackFromWhoeverLeaves;
  const same = findings.some(
    (each) =>
      each.code === code &&
      each.person === employee &&
      each.status !== 'withdrawn' &&
      each.foundAt >= then.since,
  );
  const kept = same ? [] : [found.toolComesBackFromWhoeverLeaves];
  const leaving = { ...command, data: {}, occurredAt: leftAt < then.since ? then.since : leftAt };
  return recordDeeds(leaving, { findings }, kept, { person: employee });
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
