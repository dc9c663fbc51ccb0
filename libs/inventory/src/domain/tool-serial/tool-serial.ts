import {
  asPrinted,
  eventTable,
  none,
  Refused,
  streamsOf,
  type Command,
  type Decider,
  type DomainEvent,
  type Streams,
} from '@app/kernel';
import { happened } from '@app/policy';
import { serialIsOfOneTool } from './rules/serial-is-of-one-tool.js';

/** A serial number among the tools of a class; makers of different kinds number alike. */
export interface ToolSerialId {
  readonly class: string;
  /** As `engraved` has it. */
  readonly serial: string;
}

type OfTool = ToolSerialId & { readonly tool: string };

export type ToolSerialTaken = DomainEvent<'ToolSerialTaken', OfTool>;
/** The register was corrected: it is not that of this tool. */
export type ToolSerialFreed = DomainEvent<'ToolSerialFreed', OfTool>;
export type ToolSerialEvent = ToolSerialTaken | ToolSerialFreed;

/** By the registration of a tool, or the correction of its serial number; it stands or falls with that. */
export type ToolSerialCommand =
  Command<'TakeToolSerial', OfTool> | Command<'FreeToolSerial', OfTool>;

/** The tool that has it, retired or not; undefined: none. */
export type ToolSerial = string | undefined;

const byParts = streamsOf<ToolSerial, ToolSerialId>('toolserial', ['class', 'serial']);

/** Stream `toolserial-<class>:<serial>`: it guards what no tool can see alone, that no other has its number. */
export const toolSerialStreams: Streams<ToolSerial, ToolSerialId> = {
  ...byParts,
  named: ({ class: ofClass, serial }) =>
    byParts.named({ class: ofClass.toLowerCase(), serial: engraved(serial) }),
};

/** What is the same number: as it is printed, in capitals or not. */
export function engraved(written: string): string {
  return asPrinted(written).toUpperCase();
}

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const toolSerialEvents = eventTable<ToolSerialEvent>(
  {
    ToolSerialTaken: { class: 'meter', serial: 'FLK-87-0042', tool: 'TOOL-1' },
    ToolSerialFreed: { class: 'meter', serial: 'FLK-87-0042', tool: 'TOOL-1' },
  },
  none('ToolSerialTaken', 'ToolSerialFreed'),
);

/** R11: a tool of a class is known by its serial number, also when it is retired; said again it stays as it is. */
export const toolSerialDecider: Decider<ToolSerialCommand, ToolSerial, ToolSerialEvent> = {
  initialState: () => undefined,
  evolve: (_, { type, data }) => (type === 'ToolSerialTaken' ? data.tool : undefined),
  decide(command, owner) {
    const { class: ofClass, serial, tool } = command.data;
    const data = { class: ofClass, serial: engraved(serial), tool };
    const isIts = owner === tool;
    if (command.type === 'FreeToolSerial')
      return isIts ? [happened(command, 'ToolSerialFreed', data, ['R11'])] : [];
    if (isIts) return [];
    if (serialIsOfOneTool.brokenBy({ owner })) throw serialOfAnother(data, owner!);
    return [happened(command, 'ToolSerialTaken', data, ['R11'])];
  },
};

function serialOfAnother({ class: ofClass, serial }: ToolSerialId, owner: string): Refused {
  const { article, code, says } = serialIsOfOneTool;
  const told = {
    zh: `${says.zh}：类别 ${ofClass} 中序列号 ${serial} 属于工具 ${owner}`,
    en: `${says.en}: in class ${ofClass}, ${serial} is that of tool ${owner}`,
  };
  return new Refused(article, code, told, '/serial');
}
