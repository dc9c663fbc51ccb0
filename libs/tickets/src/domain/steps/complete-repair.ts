import { enforceOrFind, recordFindings } from '@app/findings';
import { enforce } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import { workInRestHours } from '../ticket/work-in-rest-hours.js';
import { aboutWork, atWork } from '../visit/visit.preconditions.js';
import { resumption } from '../visit/resumption.js';
import { suspensionOf } from '../visit/visit.state.js';
import { workHasStarted } from '../rules/work-has-started.js';
import type { CompleteRepair } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { hasBegun } from '../visit/standing.js';
import { notRestored, notSuspended, unsignedAtWork } from '../visit/work.preconditions.js';

/** What the fault came of, and how the test went (R10). A try that restored nothing may be followed by another. Told late, work that stood still had gone on. */
export function completeRepair(command: CompleteRepair, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atWork(command, ticket);
  if (!toldLate(command)) notSuspended(visit);
  enforce([workHasStarted], { workStarted: hasBegun(visit) });
  const missed = [
    ...unsignedAtWork(command, visit),
    ...enforceOrFind(command, [found.externalRepairHasItsCause], {
      cause: command.data.cause,
      visit,
    }),
  ];
  notRestored(command, visit);
  const since = suspensionOf(visit)?.since ?? command.occurredAt;
  const completed = [
    ...(since < command.occurredAt ? resumption(command, [visit]) : []),
    happened(command, 'RepairCompleted', command.data, ['R10']),
    ...recordFindings(command, open, missed, aboutWork(visit, command)),
  ];
  return [...completed, ...workInRestHours(command, open, completed)];
}
