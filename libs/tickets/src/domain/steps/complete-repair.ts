import { enforceOrFind, recordFindings } from '@app/findings';
import { enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { workInRestHours } from '../ticket/work-in-rest-hours.js';
import { aboutVisit, atWork } from '../visit/visit.preconditions.js';
import { workHasStarted } from '../rules/work-has-started.js';
import type { CompleteRepair } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { hasBegun } from '../visit/standing.js';
import { notSuspended, unsignedAtWork } from '../visit/work.preconditions.js';

/** What the fault came of, and how the test went (R10). A try that restored nothing may be followed by another. */
export function completeRepair(command: CompleteRepair, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atWork(command, ticket);
  notSuspended(visit);
  enforce([workHasStarted], { workStarted: hasBegun(visit) });
  const missed = [
    ...unsignedAtWork(command, visit),
    ...enforceOrFind(command, [found.externalRepairHasItsCause], {
      cause: command.data.cause,
      visit,
    }),
  ];
  if (visit.repair?.restored) {
    throw new NotPossible('repair-completed', { zh: '维修已完成', en: 'the repair is completed' });
  }
  const completed = [
    happened(command, 'RepairCompleted', command.data, ['R10']),
    ...recordFindings(command, open, missed, aboutVisit(visit, command)),
  ];
  return [...completed, ...workInRestHours(command, open, completed)];
}
