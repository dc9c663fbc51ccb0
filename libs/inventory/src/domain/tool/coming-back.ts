import { recordDeeds, withdrawFindings } from '@app/findings';
import { broken, enforce, notBefore } from '@app/kernel';
import { happened } from '@app/policy';
import { isStores } from '../stock/keepers.js';
import { extendedBefore, keptSince, wasNotKept } from './disproving.js';
import { found } from './found.js';
import { doerOf } from './hand-over.js';
import { toolIsInOnePairOfHands } from './rules/tool-is-in-one-pair-of-hands.js';
import type {
  AdjustTool,
  AskForTool,
  ExtendToolLoan,
  FindToolOverdue,
  RecordToolFound,
  ReportToolLost,
  RetireTool,
  ReturnTool,
} from './tool.commands.js';
import {
  dueTooEarly,
  mayNotReportLost,
  movedSinceCount,
  notLost,
  toolNotOut,
} from './tool.errors.js';
import { returnedBefore } from './told-between.js';
import type { ToolEvent } from './tool.events.js';
import { retiredToolIsNotHandedOut } from './rules/retired-tool-is-not-handed-out.js';
import { lostToolIsNotHandedOut } from './rules/lost-tool-is-not-handed-out.js';
import { loanAt, type KeptTool } from './tool.state.js';

/** Back into the store, in which condition; also what never reached its receiver. */
export function returnTool(command: ReturnTool, tool: KeptTool): readonly ToolEvent[] {
  const before = returnedBefore(command, tool);
  if (before) return before;
  if (!tool.loan) throw toolNotOut();
  notBefore(command, tool.since);
  const back = { tool: tool.tool, employee: tool.loan.employee, ...command.data };
  const event = happened(command, 'ToolReturned', back, ['R12']);
  return [event, ...wasNotKept(command, tool, event)];
}

/** The store gives more time: told after the old time was over, and granted before, it was not overdue. */
export function extendToolLoan(command: ExtendToolLoan, tool: KeptTool): readonly ToolEvent[] {
  const { due } = command.data;
  if (due <= command.occurredAt) throw dueTooEarly();
  const before = extendedBefore(command, tool);
  if (before) return before;
  const { loan } = tool;
  if (!loan) throw toolNotOut();
  if (!loanAt(tool, command.occurredAt)) notBefore(command, tool.since);
  if (due <= (loan.due ?? '')) throw dueTooEarly();
  const extended = { tool: tool.tool, employee: loan.employee, due };
  const event = happened(command, 'ToolLoanExtended', extended, ['R12']);
  const rules = [found.toolComesBackInTime];
  return [event, ...withdrawFindings(command, tool, { rules, place: {} }, event)];
}

/** By whoever has it, or is to have it, or by the stores. @throws Forbidden `not-the-holder` */
export function reportToolLost(command: ReportToolLost, tool: KeptTool): readonly ToolEvent[] {
  const holder = tool.loan?.employee;
  if (!isStores(command) && doerOf(command) !== holder) throw mayNotReportLost(holder);
  return lost(command, tool);
}

/** Whoever had it answers for it. */
function lost(command: ReportToolLost, tool: KeptTool): readonly ToolEvent[] {
  enforce([lostToolIsNotHandedOut, retiredToolIsNotHandedOut], tool);
  notBefore(command, tool.since);
  const { loan } = tool;
  const person = loan && { employee: loan.employee };
  const told = { tool: tool.tool, ...person, ...command.data };
  return [
    happened(command, 'ToolReportedLost', told, ['R11']),
    ...recordDeeds(command, tool, broken([found.toolIsKept], tool), {
      ...(loan && { person: loan.employee }),
      remark: command.data.circumstances,
    }),
  ];
}

export function recordToolFound(command: RecordToolFound, tool: KeptTool): readonly ToolEvent[] {
  if (tool.status !== 'lost') throw notLost();
  notBefore(command, tool.since);
  return [happened(command, 'ToolFound', { tool: tool.tool, ...command.data }, ['R11'])];
}

/** R16: lost, with the word of whoever had it last, or back in the store; by what was there when it was counted. */
export function adjustTool(
  { data: { stocktake, what, countedAt }, ...command }: AdjustTool,
  tool: KeptTool,
): readonly ToolEvent[] {
  if (tool.since > countedAt) throw movedSinceCount(tool.tool);
  if (what === 'missing') {
    const data = { circumstances: `盘点 ${stocktake} 时不在` };
    return lost({ ...command, type: 'ReportToolLost', data }, tool);
  }
  const data = { where: `盘点 ${stocktake}`, condition: tool.condition };
  return recordToolFound({ ...command, type: 'RecordToolFound', data }, tool);
}

/** Out of the register, for good; what somebody has in hand comes back first. */
export function retireTool(command: RetireTool, tool: KeptTool): readonly ToolEvent[] {
  enforce([toolIsInOnePairOfHands, retiredToolIsNotHandedOut], tool);
  notBefore(command, tool.since);
  return [happened(command, 'ToolRetired', { tool: tool.tool, ...command.data }, ['R11'])];
}

/** Its time is over: what still stands of the loan decides, and one that was extended is not overdue. */
export function findToolOverdue(command: FindToolOverdue, tool: KeptTool): readonly ToolEvent[] {
  const { loan } = tool;
  if (!loan || loan.overdue || loan.due !== command.data.due) return [];
  const overdue = broken([found.toolComesBackInTime], { due: loan.due, at: command.occurredAt });
  // What nobody has signed for is in nobody's hands.
  return recordDeeds(command, tool, overdue, { ...(loan.accepted && { person: loan.employee }) });
}

/** Somebody has left who had it once: if they have it still, they are asked for it. */
export function askForTool(command: AskForTool, tool: KeptTool): readonly ToolEvent[] {
  const { employee, leftAt = command.occurredAt } = command.data;
  const { loan } = tool;
  if (loan?.employee !== employee) return keptSince(command, tool, leftAt);
  if (loan.askedBack) return [];
  const leaving = { ...command, occurredAt: leftAt < loan.since ? loan.since : leftAt };
  return [
    happened(command, 'ToolAskedBack', { tool: tool.tool, employee }, ['R12']),
    ...recordDeeds(leaving, tool, broken([found.toolComesBackFromWhoeverLeaves], loan), {
      person: employee,
    }),
  ];
}
