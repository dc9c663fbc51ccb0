import {
  alreadyRegistered,
  enforce,
  eventTable,
  noSuch,
  notBefore,
  NotPossible,
  streams,
  type Ask,
  type Command,
  type Decider,
  type DomainEvent,
  type Instant,
} from '@app/kernel';
import { happened, rule } from '@app/policy';

export type ToolRegistered = DomainEvent<'ToolRegistered', { tool: string; name: string }>;
export type ToolCheckedOut = DomainEvent<'ToolCheckedOut', { tool: string; employee: string }>;
export type ToolReturned = DomainEvent<'ToolReturned', { tool: string; employee: string }>;
export type ToolEvent = ToolRegistered | ToolCheckedOut | ToolReturned;

export type RegisterTool = Command<'RegisterTool', { tool: string; name: string }>;
export type CheckOutTool = Ask<'CheckOutTool', { employee: string }, { employee: 'active' }>;
export type ReturnTool = Command<'ReturnTool', Record<string, never>>;
export type ToolCommand = RegisterTool | CheckOutTool | ReturnTool;

/** One serialised tool (R11) and in whose hands it is; undefined holder: in the store. Stream `tool-<id>`. */
export type Tool =
  | { readonly status: 'none' }
  | {
      readonly status: 'registered';
      readonly tool: string;
      readonly name: string;
      readonly holder?: string;
      /** When it was registered or last changed hands: what happens next cannot have happened before. */
      readonly since: Instant;
      /** The last times at which it changed hands, by when that happened; without a holder it went to the store. */
      readonly hands: readonly { readonly since: Instant; readonly holder?: string }[];
    };

/** Further back than so many changes of hands, who had it is no longer known. */
const REMEMBERED = 100;

/** In whose hands the tool was at an instant, by what is known of it now; undefined: in the store, or unknown. */
export function holderAt(tool: Tool, at: Instant): string | undefined {
  if (tool.status === 'none') return undefined;
  return tool.hands
    .filter(({ since }) => since <= at)
    .reduce<(typeof tool.hands)[number] | undefined>(
      (latest, each) => (latest === undefined || each.since >= latest.since ? each : latest),
      undefined,
    )?.holder;
}

export const toolStreams = streams<Tool>('tool');

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const toolEvents = eventTable<ToolEvent>({
  ToolRegistered: { tool: 'TOOL-1', name: '万用表' },
  ToolCheckedOut: { tool: 'TOOL-1', employee: 'li-wei' },
  ToolReturned: { tool: 'TOOL-1', employee: 'li-wei' },
});

/** R12: 领用 is recorded; a tool is in one pair of hands at a time. */
export const inOnePairOfHands = rule<{ holder?: string }>(
  'R12',
  'tool-in-other-hands',
  { zh: '工具已被领用，尚未归还', en: 'the tool is checked out and has not been returned' },
  ({ holder }) => holder !== undefined,
);

export const toolDecider: Decider<ToolCommand, Tool, ToolEvent> = {
  initialState: () => ({ status: 'none' }),
  evolve,
  decide,
};

function decide(command: ToolCommand, tool: Tool): ToolEvent[] {
  if (command.type === 'RegisterTool') {
    if (tool.status !== 'none') {
      throw alreadyRegistered({ zh: '工具', en: 'tool' });
    }
    return [happened(command, 'ToolRegistered', command.data, ['R11'])];
  }
  if (tool.status === 'none') {
    throw unknownTool();
  }
  notBefore(command, tool.since);
  if (command.type === 'CheckOutTool') {
    enforce([inOnePairOfHands], tool);
    return [
      happened(command, 'ToolCheckedOut', { tool: tool.tool, employee: command.data.employee }, [
        'R12',
      ]),
    ];
  }
  if (tool.holder === undefined) {
    throw new NotPossible('tool-not-out', {
      zh: '该工具未被领用',
      en: 'the tool is not checked out',
    });
  }
  return [happened(command, 'ToolReturned', { tool: tool.tool, employee: tool.holder }, ['R12'])];
}

function evolve(tool: Tool, event: ToolEvent): Tool {
  const { occurredAt: since } = event;
  if (event.type === 'ToolRegistered')
    return { status: 'registered', ...event.data, since, hands: [] };
  if (tool.status === 'none') return tool;
  const { holder: _, ...rest } = tool;
  const now = event.type === 'ToolCheckedOut' ? { holder: event.data.employee } : {};
  const hands = [...tool.hands, { since, ...now }].slice(-REMEMBERED);
  return { ...rest, ...now, since, hands };
}

export const unknownTool = noSuch('tool', { zh: '这件工具', en: 'tool' });
