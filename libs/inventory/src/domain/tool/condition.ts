import { withdrawFindings } from '@app/findings';
import { enforce, notBefore } from '@app/kernel';
import { happened } from '@app/policy';
import { wasCalibrated } from './disproving.js';
import { found } from './found.js';
import { retiredToolIsNotHandedOut } from './rules/retired-tool-is-not-handed-out.js';
import type {
  RecordToolCalibrated,
  RecordToolRepaired,
  ReportToolDamaged,
} from './tool.commands.js';
import { alreadyDamaged, endsBeforeItBegins, notDamaged } from './tool.errors.js';
import type { ToolEvent } from './tool.events.js';
import { holderAt, type KeptTool } from './tool.state.js';

/** Whoever had it at that moment is named. */
export function reportToolDamaged(
  command: ReportToolDamaged,
  tool: KeptTool,
): readonly ToolEvent[] {
  enforce([retiredToolIsNotHandedOut], tool);
  if (tool.condition === 'damaged') throw alreadyDamaged();
  notBefore(command, tool.conditionSince);
  const employee = holderAt(tool, command.occurredAt);
  const damaged = { tool: tool.tool, ...(employee && { employee }), ...command.data };
  return [happened(command, 'ToolDamaged', damaged, ['R11'])];
}

export function recordToolRepaired(
  command: RecordToolRepaired,
  tool: KeptTool,
): readonly ToolEvent[] {
  if (tool.condition !== 'damaged') throw notDamaged();
  notBefore(command, tool.conditionSince);
  const event = happened(command, 'ToolRepaired', { tool: tool.tool, ...command.data }, ['R11']);
  // What was handed out since was whole.
  const rules = [found.toolIsWhole];
  return [event, ...withdrawFindings(command, tool, { rules, place: {} }, event)];
}

export function recordToolCalibrated(
  command: RecordToolCalibrated,
  tool: KeptTool,
): readonly ToolEvent[] {
  enforce([retiredToolIsNotHandedOut], tool);
  const { validUntil } = command.data;
  if (validUntil <= command.occurredAt) throw endsBeforeItBegins();
  const calibrated = { tool: tool.tool, ...command.data };
  const event = happened(command, 'ToolCalibrated', calibrated, ['R11', 'V5']);
  return [event, ...wasCalibrated(command, tool, validUntil, event)];
}
