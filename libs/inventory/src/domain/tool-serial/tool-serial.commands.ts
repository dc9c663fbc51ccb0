import type { ToolEvent } from '../tool/tool.events.js';
import type { Tool } from '../tool/tool.state.js';
import { toolSerialStreams, type ToolSerialCommand } from './tool-serial.js';

/** What one serial number is asked in consequence of a tool's events. */
export interface ToolSerialCommands {
  readonly stream: string;
  readonly commands: readonly [ToolSerialCommand];
}

/**
 * The serial number that a tool's new events take, and the one that a correction frees; they stand or fall
 * with those events. A tool that is retired or lost keeps its own.
 *
 * @param commandId of the command that caused the events
 */
export function toolSerialCommands(
  events: readonly ToolEvent[],
  before: Tool,
  { commandId: id }: { readonly commandId: string },
): ToolSerialCommands[] {
  return events.flatMap((event) => {
    const { occurredAt, actor } = event;
    return changesBy(event, before).map(({ type, ...data }): ToolSerialCommands => {
      const commands = [{ id, type, data, occurredAt, actor }] as const;
      return { stream: toolSerialStreams.named(data), commands };
    });
  });
}

type Change = ToolSerialCommand['data'] & { readonly type: ToolSerialCommand['type'] };

function changesBy(event: ToolEvent, before: Tool): Change[] {
  if (event.type === 'ToolRegistered') {
    const { class: ofClass, serial, tool } = event.data;
    return [{ type: 'TakeToolSerial', class: ofClass, serial, tool }];
  }
  if (event.type !== 'ToolSerialCorrected' || before.status === 'none') return [];
  const { tool, class: ofClass } = before;
  const fresh = { class: ofClass, serial: event.data.serial, tool };
  const old = { class: ofClass, serial: event.data.was, tool };
  const take = { type: 'TakeToolSerial', ...fresh } as const;
  // The same number, only written otherwise.
  if (toolSerialStreams.named(old) === toolSerialStreams.named(fresh)) return [take];
  return [{ type: 'FreeToolSerial', ...old }, take];
}
