import { test } from '@jest/globals';
import type { EmployeeDismissed, EmployeeLeft, EmployeeRegistered } from '@app/department';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { plusMinutes } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { accepted, due, event, offered, onItsWay, returnedAt, tool } from '../testing/tools.js';
import { askForToolsWhenEmployeeLeaves } from './ask-for-tools-when-employee-leaves.js';
import { findWhenToolIsOverdue } from './find-when-tool-is-overdue.js';

const left = (employee: string) => eventOf<EmployeeLeft>(SUPERVISOR)('EmployeeLeft', { employee });
const dismissed = eventOf<EmployeeDismissed>(SUPERVISOR)('EmployeeDismissed', {
  employee: 'li-wei',
  because: { employee: 'li-wei', year: '2026', case: 1 },
});
const overdue = processOf(findWhenToolIsOverdue);
const leaving = processOf(askForToolsWhenEmployeeLeaves);
const deadline = (time: string) => ({
  deadline: 'due',
  at: time,
  send: { category: 'tool', id: tool, type: 'FindToolOverdue', data: { due: time } },
});

test('[R12] what is due is looked for then, and at the later time that it was extended to', () => {
  const data = { tool, employee: 'li-wei', due: at('15:00') };
  overdue
    .given(...recorded(`tool-${tool}`, [onItsWay, accepted, event('ToolLoanExtended', data)]))
    .thenCommands(deadline(due), deadline(at('15:00')));
  const standing = event('ToolCheckedOut', { tool, employee: 'li-wei' });
  overdue.given(...recorded(`tool-${tool}`, [standing])).thenNothing();
});

test('[R12] nobody looks for what came back, was lost, or never left', () => {
  const ends = [
    returnedAt('11:00'),
    event('ToolReportedLost', { tool, employee: 'li-wei', circumstances: 'x' }),
    event('ToolDeclined', { tool, employee: 'li-wei', reason: 'x' }),
  ];
  for (const end of ends)
    overdue
      .given(...recorded(`tool-${tool}`, [onItsWay, end]))
      .thenCommands(deadline(due), { withdraw: 'due' });
  const kept = { tool, employee: 'wang-fang', from: 'li-wei', reason: 'x' };
  overdue
    .given(...recorded(`tool-${tool}`, [onItsWay, offered, event('ToolDeclined', kept)]))
    .thenCommands(deadline(due));
});

test('[R12] whoever leaves is asked for every tool that went to them and did not come back', () => {
  const other = event('ToolCheckedOut', { tool: 'TOOL-2', employee: 'li-wei' });
  const moved = event('ToolTransferred', { tool: 'TOOL-3', employee: 'li-wei', from: 'x' });
  const asks = (id: string, more = {}) => ({
    category: 'tool',
    id,
    type: 'AskForTool',
    data: { employee: 'li-wei', ...more },
  });
  const ask = (id: string) => asks(id, { leftAt: at('09:00') });
  leaving
    .given(...recorded('tool-x', [onItsWay, other, moved, returnedAt('11:00'), left('li-wei')]))
    .thenCommands(ask('TOOL-2'), ask('TOOL-3'));
  leaving.given(...recorded('tool-x', [other, left('wang-fang')])).thenNothing();
  leaving
    .given(...recorded('tool-x', [other, dismissed, left('li-wei')]))
    .thenCommands(ask('TOOL-2'), ask('TOOL-2'));
  leaving
    .given(...recorded('tool-x', [other, left('li-wei'), left('li-wei')]))
    .thenCommands(ask('TOOL-2'));
  const handedOn = event('ToolTransferred', { tool: 'TOOL-4', employee: 'li-wei', from: 'x' });
  leaving
    .given(...recorded('tool-x', [left('li-wei'), handedOn, returnedAt('11:00')]))
    .thenCommands(asks('TOOL-4'));
  const over = { ...returnedAt('11:00'), occurredAt: plusMinutes(at('23:59'), 1) };
  leaving.given(...recorded('tool-x', [onItsWay, over, left('li-wei')])).thenCommands(ask(tool));
  const between = event('ToolCheckedOut', { ...onItsWay.data, followedAt: over.occurredAt });
  leaving.given(...recorded('tool-x', [between, left('li-wei')])).thenCommands(ask(tool));
  const again = eventOf<EmployeeRegistered>(SUPERVISOR)('EmployeeRegistered', {
    ...{ employee: 'li-wei', name: '李伟', department: 'repair', supervisor: false },
  });
  leaving.given(...recorded('tool-x', [left('li-wei'), again, handedOn])).thenNothing();
});
