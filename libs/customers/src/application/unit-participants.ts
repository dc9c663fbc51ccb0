import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import { Executor, type CommandRequest, type Folded, type Participant } from '@app/event-store';
import { markCommands } from '../domain/mark/mark.commands.js';
import type { UnitEvent } from '../domain/unit/unit.events.js';
import type { Unit } from '../domain/unit/unit.state.js';
import { marks } from '../mark.aggregate.js';
import { staysOnFile } from './stays-on-file.js';

/** The barcodes and documents by which a unit is found change with it, or not at all; whose it becomes is on file. */
@Injectable()
export class UnitParticipants extends Participants<Unit, UnitEvent> {
  constructor(private readonly executor: Executor) {
    super();
  }

  of(events: readonly UnitEvent[], before: Folded<Unit>, request: CommandRequest): Participant[] {
    const asked = markCommands(events, before.state, request);
    return [
      ...this.executor.participants(marks, asked, request),
      ...events.flatMap(({ type, data }) =>
        (type === 'UnitRegistered' || type === 'UnitMoved') && data.customer !== undefined
          ? [staysOnFile(this.executor, data.customer, request)]
          : [],
      ),
    ];
  }
}
