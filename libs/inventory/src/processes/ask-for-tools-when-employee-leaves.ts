import {
  employeeEventTypes,
  type EmployeeDismissed,
  type EmployeeLeft,
  type EmployeeRegistered,
} from '@app/department';
import { only, send, type Process } from '@app/processes';
import {
  toolEvents,
  type ToolCheckedOut,
  type ToolReportedLost,
  type ToolReturned,
  type ToolTransferred,
} from '../domain/tool/tool.events.js';
import { toolStreams } from '../domain/tool/tool.state.js';

type Event =
  | EmployeeDismissed
  | EmployeeLeft
  | EmployeeRegistered
  | ToolCheckedOut
  | ToolReportedLost
  | ToolReturned
  | ToolTransferred;

/** The tools that went to an employee, and did not come back to the store from them. */
interface Custody {
  readonly tools: readonly string[];
  /** They have left: what is still signed for on their behalf is asked for at once. Absent: they are here. */
  readonly left?: true;
}

/**
 * R12: whoever leaves, or is dismissed, is asked for every tool. What they have handed on to somebody else still stands
 * among theirs here; the tool itself knows better, and is not asked back of whoever has it no more.
 */
export const askForToolsWhenEmployeeLeaves: Process<Custody, Event> = {
  name: 'ask-for-tools-when-employee-leaves',
  startsAt: 'first-event',
  handles: {
    ...only(employeeEventTypes, ['EmployeeDismissed', 'EmployeeLeft', 'EmployeeRegistered']),
    ...only(toolEvents, ['ToolCheckedOut', 'ToolReportedLost', 'ToolReturned', 'ToolTransferred']),
  },
  keyOf: ({ stream, data: { employee } }) => employee ?? stream,
  initialState: { tools: [] },
  evolve(state, { type, data }) {
    if (type === 'EmployeeLeft') return { tools: [], left: true };
    // Whoever comes back is there again.
    if (type === 'EmployeeRegistered') return undefined;
    if (type === 'EmployeeDismissed') return state;
    const { tools, left } = state;
    // Told late, of what had changed hands since: who has it now stays as it is.
    if (left || 'followedAt' in data) return state;
    const others = tools.filter((tool) => tool !== data.tool);
    const has = type === 'ToolCheckedOut' || type === 'ToolTransferred';
    const kept = has ? [...others, data.tool] : others;
    return kept.length > 0 ? { tools: kept } : undefined;
  },
  react({ type, data, occurredAt: leftAt }, { tools, left }) {
    const { employee } = data;
    const ask = (tool: string, more = {}) =>
      send(toolStreams, tool, 'AskForTool', { employee, ...more });
    if (type === 'EmployeeLeft' || type === 'EmployeeDismissed')
      return tools.map((tool) => ask(tool, { leftAt }));
    if (type === 'EmployeeRegistered' || 'followedAt' in data) return [];
    const goesToThem = type === 'ToolCheckedOut' || type === 'ToolTransferred';
    return left && goesToThem ? [ask(data.tool)] : [];
  },
};
