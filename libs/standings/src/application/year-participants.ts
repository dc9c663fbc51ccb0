import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import {
  commandOf,
  Executor,
  type CommandRequest,
  type Folded,
  type Participant,
} from '@app/event-store';
import { localDate } from '@app/kernel';
import { yearStreams } from '../domain/year/year.state.js';
import type { OfStanding } from '../domain/standing.commands.js';
import type { StandingEvent } from '../domain/standing.events.js';
import type { Standing } from '../domain/standing.state.js';
import { years } from '../year.aggregate.js';

/**
 * D8: who changes an employee's year after its last day changes the year of the service centre with it, so
 * that it is not closed at that very moment (ADR 35). Before, nobody can close it.
 */
@Injectable()
export class YearParticipants extends Participants<Standing, StandingEvent> {
  constructor(private readonly executor: Executor) {
    super();
  }

  of(
    _events: readonly StandingEvent[],
    _before: Folded<Standing>,
    request: CommandRequest,
  ): Participant[] {
    const { employee, year } = request.data as OfStanding;
    if (localDate(request.receivedAt) < `${year}-12-31`) return [];
    const { type: _type, data: _data, ...cause } = commandOf(request);
    const touch = { ...cause, type: 'TouchYear' as const, data: { year, employee } };
    return [
      this.executor.participant(years, yearStreams.named({ year }), {
        origin: request,
        commands: [touch],
      }),
    ];
  }
}
