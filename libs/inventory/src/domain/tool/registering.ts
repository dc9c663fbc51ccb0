import { alreadyRegistered } from '@app/kernel';
import { happened } from '@app/policy';
import type { CorrectToolSerial, RegisterTool } from './tool.commands.js';
import type { ToolEvent } from './tool.events.js';
import type { KeptTool, Tool } from './tool.state.js';

/** R11: every tool is registered, once. */
export function registerTool(command: RegisterTool, tool: Tool): readonly ToolEvent[] {
  if (tool.status !== 'none') throw alreadyRegistered({ zh: '工具', en: 'tool' });
  return [happened(command, 'ToolRegistered', command.data, ['R11'])];
}

/** R11: what was misread frees the number for the tool that bears it; said of a retired or lost tool too. */
export function correctToolSerial(
  command: CorrectToolSerial,
  { tool, serial: was }: KeptTool,
): readonly ToolEvent[] {
  const { serial, reason } = command.data;
  if (serial === was) return [];
  const corrected = { tool, serial, was, reason };
  return [happened(command, 'ToolSerialCorrected', corrected, ['R11'])];
}
