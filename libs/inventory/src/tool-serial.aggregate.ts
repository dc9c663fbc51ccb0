import { aggregate, internal } from '@app/aggregates';
import { chinese, plainAccount } from '@app/audit/src/words/index.js';
import {
  toolSerialDecider,
  toolSerialEvents,
  toolSerialStreams,
  type ToolSerialEvent,
} from './domain/tool-serial/tool-serial.js';

/** A serial number within a class of tools: it is written along with tools, and nobody writes to it alone. */
export const toolSerials = aggregate({
  streams: toolSerialStreams,
  decider: toolSerialDecider,
  events: toolSerialEvents,
  commands: internal,
  account: plainAccount<ToolSerialEvent>({
    ToolSerialTaken: ({ data: { class: ofClass, serial, tool } }) => ({
      zh: chinese`类别${ofClass}的序列号${serial}归工具${tool}。`,
      en: `Serial number ${serial} of class ${ofClass} is that of tool ${tool}.`,
    }),
    ToolSerialFreed: ({ data: { class: ofClass, serial, tool } }) => ({
      zh: chinese`类别${ofClass}的序列号${serial}不再属于工具${tool}。`,
      en: `Serial number ${serial} of class ${ofClass} is no longer that of tool ${tool}.`,
    }),
  }),
});
