import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import { Executor, type CommandRequest, type Folded, type Participant } from '@app/event-store';
import type { FiguresEvent } from '../domain/figures/figures.events.js';
import type { Figures } from '../domain/figures/figures.state.js';
import { touchYear } from './touch-year.js';

/** What happened elsewhere counts whatever has been closed: it is no word of anybody's. */
const OF_PROCESSES: readonly string[] = ['CountResult', 'CountAbsence', 'LiftAbsence'];

/** So does whoever keeps figures by hand: a closed year takes none before it is reopened. */
@Injectable()
export class FiguresParticipants extends Participants<Figures, FiguresEvent> {
  constructor(private readonly executor: Executor) {
    super();
  }

  of(
    _events: readonly FiguresEvent[],
    _before: Folded<Figures>,
    request: CommandRequest,
  ): Participant[] {
    return OF_PROCESSES.includes(request.type) ? [] : touchYear(this.executor, request);
  }
}
