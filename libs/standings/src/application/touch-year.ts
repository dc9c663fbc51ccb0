import { commandOf, type CommandRequest, type Executor, type Participant } from '@app/event-store';
import { localDate } from '@app/kernel';
import type { OfStanding } from '../domain/standing.commands.js';
import { yearStreams } from '../domain/year/year.state.js';
import { years } from '../year.aggregate.js';

/**
 * D8: who changes an employee's year after its last day changes the year of the service centre with it, so
 * that it is not closed at that very moment (ADR 35). Before, nobody can close it.
 */
export function touchYear(executor: Executor, request: CommandRequest): Participant[] {
  const { employee, year } = request.data as OfStanding;
  if (localDate(request.receivedAt) < `${year}-12-31`) return [];
  const { type: _type, data: _data, ...cause } = commandOf(request);
  const touch = { ...cause, type: 'TouchYear' as const, data: { year, employee } };
  return [
    executor.participant(years, yearStreams.named({ year }), {
      origin: request,
      commands: [touch],
    }),
  ];
}
