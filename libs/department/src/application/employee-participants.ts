import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import {
  commandOf,
  Contexts,
  Executor,
  type CommandRequest,
  type Folded,
  type Participant,
} from '@app/event-store';
import { evolve } from '../domain/employee.evolve.js';
import type { EmployeeEvent } from '../domain/employee.events.js';
import type { Employee } from '../domain/employee.state.js';
import { LINES, reportingStreams } from '../domain/reporting-lines.js';
import { reportingLines } from '../reporting-lines.aggregate.js';
import { lineAbove } from './line-above.js';

/** Whoever comes to report to somebody else changes the lines of the whole centre with their file, or neither. */
@Injectable()
export class EmployeeParticipants extends Participants<Employee, EmployeeEvent> {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: Contexts,
  ) {
    super();
  }

  of(
    events: readonly EmployeeEvent[],
    { state: before }: Folded<Employee>,
    request: CommandRequest,
  ): Participant[] {
    const after = events.reduce(evolve, before);
    const reportsTo = superiorOf(after);
    if (after.status === 'none' || reportsTo === superiorOf(before)) return [];
    const { employee } = after;
    const data = { employee, ...(reportsTo !== undefined && { reportsTo }) };
    const { type: _, data: __, ...cause } = commandOf(request);
    // The files are read after the lines: what changed between the two stops the append.
    const commands = async () => {
      const known = await lineAbove({ data }, this.contexts);
      return [{ ...cause, type: 'NameSuperior' as const, data, known }] as const;
    };
    const stream = reportingStreams.named(LINES);
    return [this.executor.participant(reportingLines, stream, { origin: request, commands })];
  }
}

/** Whoever was dismissed or has left reports to nobody. */
function superiorOf(employee: Employee): string | undefined {
  return employee.status === 'active' ? employee.reportsTo : undefined;
}
