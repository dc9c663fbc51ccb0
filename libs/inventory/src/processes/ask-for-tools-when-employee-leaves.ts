import {
  employeeEventTypes,
  type EmployeeDismissed,
  type EmployeeLeft,
  type EmployeeRegistered,
} from '@app/department';
import { localDate, type Instant } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { lastOf } from '../domain/stock/bookkeeping.js';
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
  /** Until when they may have had those that left their hands last, by what is entered; absent: of none. */
  readonly until?: Readonly<Record<string, Instant>>;
  /** They have left: what is still signed for on their behalf is asked for at once. Absent: they are here. */
  readonly left?: true;
}

/**
 * R12: whoever leaves, or is dismissed, is asked for every tool, and for those that left their hands after that day and
 * before it was entered. What they have handed on to somebody else still stands among theirs here; the tool itself knows
 * better, and is not asked back of whoever has it no more.
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
  evolve(state, { type, data, occurredAt }) {
    if (type === 'EmployeeLeft') return { tools: [], left: true };
    // Whoever comes back is there again.
    if (type === 'EmployeeRegistered') return undefined;
    if (type === 'EmployeeDismissed' || state.left) return state;
    const { tool, employee } = data;
    if (employee === undefined) return undefined;
    // Told late, of what had changed hands since: who has it now stays as it is.
    if ('followedAt' in data && data.followedAt) return hadUntil(state, tool, data.followedAt);
    const others = state.tools.filter((each) => each !== tool);
    if (type === 'ToolCheckedOut' || type === 'ToolTransferred')
      return { ...state, tools: [...others, tool] };
    return hadUntil({ ...state, tools: others }, tool, occurredAt);
  },
  react({ type, data, occurredAt: leftAt }, { tools, until = {}, left }) {
    const { employee } = data;
    const ask = (tool: string, more = {}) =>
      send(toolStreams, tool, 'AskForTool', { employee, ...more });
    if (type === 'EmployeeLeft' || type === 'EmployeeDismissed') {
      const over = Object.keys(until).filter((tool) => localDate(until[tool]!) > localDate(leftAt));
      return [...new Set([...tools, ...over.toSorted()])].map((tool) => ask(tool, { leftAt }));
    }
    if (type === 'EmployeeRegistered' || 'followedAt' in data) return [];
    const goesToThem = type === 'ToolCheckedOut' || type === 'ToolTransferred';
    return left && goesToThem ? [ask(data.tool)] : [];
  },
};

function hadUntil({ until = {}, ...state }: Custody, tool: string, at: Instant): Custody {
  const { [tool]: before = '', ...others } = until;
  const latest: [string, Instant] = [tool, before > at ? before : at];
  return { ...state, until: Object.fromEntries(lastOf(Object.entries(others), latest)) };
}
