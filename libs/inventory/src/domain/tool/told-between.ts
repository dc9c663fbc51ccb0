import type { Instant } from '@app/kernel';
import { happened } from '@app/policy';
import { isConfirmedBy } from '../hands/confirmed-by.js';
import { wasNotKeptUntil, wasOverdueBetween } from './disproving.js';
import type { AcceptTool, ReturnTool } from './tool.commands.js';
import type { ToolEvent } from './tool.events.js';
import { handsAround, type KeptTool } from './tool.state.js';

/**
 * Told when more had been recorded, what has happened is taken where it fits between: what it contradicts had been
 * recorded first, and stands.
 * @returns when it left the store next, of a tool that was there at that moment
 */
export function followsOutOfStore(tool: KeptTool, at: Instant): Instant | undefined {
  const { then, next } = handsAround(tool, at) ?? {};
  const inStore = then && !then.holder && !then.receiver && !then.away;
  return inStore && next?.receiver ? next.since : undefined;
}

/** Whoever it was on its way to had it, until what was recorded next. @returns undefined: it was on its way to nobody then */
export function acceptedBefore(
  command: AcceptTool,
  tool: KeptTool,
): readonly ToolEvent[] | undefined {
  const { then, next } = handsAround(tool, command.occurredAt) ?? {};
  const employee = then?.receiver;
  if (
    !next ||
    next.holder ||
    next.declined ||
    employee === undefined ||
    !isConfirmedBy(employee, command)
  )
    return;
  const { signature } = command.data;
  const { since: followedAt } = next;
  const accepted = { tool: tool.tool, employee, ...(signature && { signature }), followedAt };
  const event = happened(command, 'ToolAccepted', accepted, ['R12']);
  return [event, ...wasOverdueBetween(command, tool, event, followedAt)];
}

/** It was back before it left the store again, or was lost. @returns undefined: it was with nobody then, or is said to have come back later */
export function returnedBefore(
  command: ReturnTool,
  tool: KeptTool,
): readonly ToolEvent[] | undefined {
  const { then, next } = handsAround(tool, command.occurredAt) ?? {};
  const employee = then?.holder ?? then?.receiver;
  if ((!next?.receiver && !next?.away) || employee === undefined) return;
  const { since: followedAt } = next;
  const back = { tool: tool.tool, employee, ...command.data, followedAt };
  const event = happened(command, 'ToolReturned', back, ['R12']);
  return [
    event,
    ...wasNotKeptUntil(command, tool, event, followedAt),
    ...wasOverdueBetween(command, tool, event, command.occurredAt),
  ];
}
