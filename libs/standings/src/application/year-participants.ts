import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import {
  commandOf,
  Executor,
  type CommandRequest,
  type Folded,
  type Participant,
} from '@app/event-store';
import type { StandingEvent } from '../domain/standing.events.js';
import { standingStreams, type Standing } from '../domain/standing.state.js';
import { standings } from '../standing.aggregate.js';
import { touchYear } from './touch-year.js';

/**
 * Whoever changes an employee's cases changes the year of the service centre, once it is over; and whoever opens the
 * second stage of an adoption of another year changes that one with it (D9, D10).
 */
@Injectable()
export class YearParticipants extends Participants<Standing, StandingEvent> {
  constructor(private readonly executor: Executor) {
    super();
  }

  of(
    events: readonly StandingEvent[],
    _before: Folded<Standing>,
    request: CommandRequest,
  ): Participant[] {
    return [...touchYear(this.executor, request), ...this.adoptions(events, request)];
  }

  private adoptions(events: readonly StandingEvent[], request: CommandRequest): Participant[] {
    const { type: _type, data: _data, ...cause } = commandOf(request);
    return events.flatMap((event) => {
      if (event.type !== 'CaseOpened') return [];
      const { employee, year, adoption, case: number } = event.data;
      if (!adoption || adoption.year === year) return [];
      const data = {
        employee,
        year: adoption.year,
        case: adoption.case,
        by: { year, case: number },
      };
      const note = { ...cause, type: 'NoteProfit' as const, data };
      const stream = standingStreams.named({ employee, year: adoption.year });
      return [this.executor.participant(standings, stream, { origin: request, commands: [note] })];
    });
  }
}
