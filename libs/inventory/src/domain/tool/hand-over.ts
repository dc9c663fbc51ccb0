import { enforceOrFind, recordDeeds } from '@app/findings';
import { enforce, notBefore, type Command, type Instant } from '@app/kernel';
import { happened } from '@app/policy';
import { isConfirmedBy } from '../hands/confirmed-by.js';
import { wasNotKept } from './disproving.js';
import { found } from './found.js';
import { lostToolIsNotHandedOut } from './rules/lost-tool-is-not-handed-out.js';
import { retiredToolIsNotHandedOut } from './rules/retired-tool-is-not-handed-out.js';
import { toolIsInOnePairOfHands } from './rules/tool-is-in-one-pair-of-hands.js';
import type { AcceptTool, CheckOutTool, DeclineTool, TransferTool } from './tool.commands.js';
import {
  alreadyOffered,
  dueMissing,
  dueTooEarly,
  notTheHolder,
  notTheReceiver,
  toOneself,
} from './tool.errors.js';
import { acceptedBefore, followsOutOfStore } from './told-between.js';
import type { ToolDeed, ToolEvent } from './tool.events.js';
import type { KeptTool, Loan } from './tool.state.js';

/** Out of the store, on its way to whoever is to have it (R12). */
export function checkOutTool(command: CheckOutTool, tool: KeptTool): readonly ToolEvent[] {
  const { employee, ticket, due } = command.data;
  const { occurredAt: at } = command;
  const followedAt = followsOutOfStore(tool, at);
  if (followedAt === undefined) {
    notBefore(command, tool.since);
    enforce([toolIsInOnePairOfHands, lostToolIsNotHandedOut, retiredToolIsNotHandedOut], tool);
  }
  if (ticket !== undefined && due === undefined) throw dueMissing();
  if (due !== undefined && due <= at) throw dueTooEarly();
  const unfit = unfitFor(command, tool);
  const calibrationEnds = endsBefore(tool.calibratedUntil, due);
  const out = {
    tool: tool.tool,
    employee,
    ...(ticket && { ticket }),
    ...(due && { due }),
    ...(calibrationEnds && { calibrationEnds }),
    ...(followedAt && { followedAt }),
  };
  return [
    happened(command, 'ToolCheckedOut', out, ['R12']),
    ...recordDeeds(command, tool, unfit, { person: doerOf(command) }),
  ];
}

/** What was handed out, or is handed on, is in the hands of whoever says that they have it. */
export function acceptTool(command: AcceptTool, tool: KeptTool): readonly ToolEvent[] {
  const before = acceptedBefore(command, tool);
  if (before) return before;
  const { loan } = tool;
  const employee = receiverOf(loan);
  if (!loan || employee === undefined || !isConfirmedBy(employee, command))
    throw notTheReceiver(employee);
  notBefore(command, tool.since);
  const { signature } = command.data;
  const accepted = { tool: tool.tool, employee, ...(signature && { signature }) };
  if (!loan.offeredTo) return [happened(command, 'ToolAccepted', accepted, ['R12'])];
  const handedOn = { ...accepted, from: loan.employee };
  const event = happened(command, 'ToolTransferred', handedOn, ['R12']);
  return [event, ...overdueWith(command, tool, employee, event)];
}

/** By the receiver, who does not take it, or by whoever was handing it on and keeps it. */
export function declineTool(command: DeclineTool, tool: KeptTool): readonly ToolEvent[] {
  const { loan } = tool;
  const employee = receiverOf(loan);
  const from = loan?.offeredTo === undefined ? undefined : loan.employee;
  if (employee === undefined || ![employee, from].includes(doerOf(command)))
    throw notTheReceiver(employee);
  notBefore(command, tool.since);
  const declined = { tool: tool.tool, employee, ...(from && { from }), ...command.data };
  const event = happened(command, 'ToolDeclined', declined, ['R12']);
  // Who was handing it on has it still.
  return from === undefined ? [event, ...wasNotKept(command, tool, event)] : [event];
}

/** Whoever has it says to whom it goes; until that one says so too, they answer for it. */
export function transferTool(command: TransferTool, tool: KeptTool): readonly ToolEvent[] {
  const { loan } = tool;
  const { employee } = command.data;
  const from = loan?.accepted ? loan.employee : undefined;
  if (!loan || from === undefined || from !== doerOf(command)) throw notTheHolder(from);
  if (loan.offeredTo !== undefined) throw alreadyOffered(loan.offeredTo);
  if (employee === from) throw toOneself();
  notBefore(command, tool.since);
  const unfit = unfitFor(command, tool);
  return [
    happened(command, 'ToolOffered', { tool: tool.tool, employee, from }, ['R12']),
    ...recordDeeds(command, tool, unfit, { person: from }),
  ];
}

/** Who acted, or in whose place it was entered. */
export function doerOf({ actor }: Pick<Command, 'actor'>): string {
  return actor.onBehalfOf ?? actor.id;
}

/** Told in time a tool that is not fit is not handed out; told late it was, and that is found. */
function unfitFor(command: Command, tool: KeptTool) {
  const at = command.occurredAt;
  const condition = tool.conditionSince > at ? 'good' : tool.condition;
  const fit = { ...tool, condition, at };
  return enforceOrFind(command, [found.toolIsWhole, found.toolIsCalibrated], fit);
}

function receiverOf(loan: Loan | undefined): string | undefined {
  return loan?.offeredTo ?? (loan?.accepted === false ? loan.employee : undefined);
}

/** When a calibration ends that does not last for as long as the tool is out. */
function endsBefore(validUntil: Instant | undefined, due: Instant | undefined) {
  return due === undefined || (validUntil !== undefined && validUntil < due)
    ? validUntil
    : undefined;
}

/**
 * Handed on before it was due, and told only after that: it is the new holder who kept it when its time was
 * over, unless they brought it back before, which is told after.
 */
function overdueWith(command: Command, tool: KeptTool, person: string, event: ToolDeed) {
  const withdrawn = wasNotKept(command, tool, event);
  const { due: occurredAt = command.occurredAt, overdue } = tool.loan ?? {};
  const isTheirs = overdue === true && command.occurredAt <= occurredAt;
  const then = { ...command, occurredAt };
  const rules = isTheirs ? [found.toolComesBackInTime] : [];
  return [...withdrawn, ...recordDeeds(then, tool, rules, { person })];
}
