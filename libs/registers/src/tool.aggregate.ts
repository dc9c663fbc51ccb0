import { aggregate, changes, creates } from '@app/aggregates';
import { chinese, inRole, plainAccount, quoted, who } from '@app/audit/src/words/index.js';
import { activeEmployee } from '@app/department';
import { stores } from '@app/identity';
import {
  toolDecider,
  toolEvents,
  toolStreams,
  unknownTool,
  type ToolEvent,
} from './domain/tool.js';
import { CheckOutToolDto, RegisterToolDto, ReturnToolDto, ToolBody } from './http/registers.dto.js';
import { readRegister } from './permissions.js';

export const tools = aggregate({
  streams: toolStreams,
  decider: toolDecider,
  events: toolEvents,
  path: 'tools',
  id: 'tool',
  commands: {
    RegisterTool: creates(RegisterToolDto, stores),
    CheckOutTool: changes(CheckOutToolDto, stores),
    ReturnTool: changes(ReturnToolDto, stores),
  },
  known: { checkOutTool: activeEmployee },
  shows: {
    as: ToolBody,
    summary: 'A tool, and in whose hands it is (R11, R12).',
    to: readRegister,
    unknown: unknownTool,
    body: (tool) => {
      if (tool.status === 'none') throw unknownTool();
      const { hands: _hands, since: _since, ...shown } = tool;
      return shown;
    },
  },
  account: plainAccount<ToolEvent>({
    ToolRegistered: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}登记工具${data.tool}：${quoted(data.name)}。`,
      en: `${who(actor).en} registered tool ${data.tool}: ${quoted(data.name)}.`,
    }),
    ToolCheckedOut: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}将工具发给${inRole(data.employee).zh}。`,
      en: `${who(actor).en} handed the tool to ${inRole(data.employee).en}.`,
    }),
    ToolReturned: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}从${inRole(data.employee).zh}处收回工具。`,
      en: `${who(actor).en} took the tool back from ${inRole(data.employee).en}.`,
    }),
  }),
});
