import { only, send, type Process } from '@app/processes';
import { toolEvents } from '../domain/tool/tool.events.js';
import type {
  ToolCheckedOut,
  ToolDeclined,
  ToolLoanExtended,
  ToolReportedLost,
  ToolReturned,
} from '../domain/tool/tool.events.js';
import { toolStreams } from '../domain/tool/tool.state.js';

type OfLoans = ToolCheckedOut | ToolDeclined | ToolLoanExtended | ToolReportedLost | ToolReturned;

/** R12: what is not back in time is noticed by time, and nobody has to look for it. */
export const findWhenToolIsOverdue: Process<Record<string, never>, OfLoans> = {
  name: 'find-when-tool-is-overdue',
  startsAt: 'first-event',
  handles: only(toolEvents, [
    'ToolCheckedOut',
    'ToolDeclined',
    'ToolLoanExtended',
    'ToolReportedLost',
    'ToolReturned',
  ]),
  initialState: {},
  evolve: () => undefined,
  react({ type, data }) {
    // Told late, of a loan before the one that runs now: the tool itself sees whether that was over in time.
    if ('followedAt' in data) return [];
    switch (type) {
      case 'ToolCheckedOut':
      case 'ToolLoanExtended': {
        const { tool, due } = data;
        if (due === undefined) return [];
        return [
          { deadline: 'due', at: due, send: send(toolStreams, tool, 'FindToolOverdue', { due }) },
        ];
      }
      // A tool that was being handed on stays with its holder, who owes it by the same time.
      case 'ToolDeclined':
        return data.from === undefined ? [{ withdraw: 'due' }] : [];
      case 'ToolReportedLost':
      case 'ToolReturned':
        return [{ withdraw: 'due' }];
    }
  },
};
