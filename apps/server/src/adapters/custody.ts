import { Injectable } from '@nestjs/common';
import {
  commandOf,
  Contexts,
  Executor,
  type CommandRequest,
  type Participant,
} from '@app/event-store';
import { inHandAt, partsStreams } from '@app/registers';
import { parts } from '@app/registers/src/parts.aggregate.js';
import { Custody } from '@app/tickets/src/application/ports.js';

/** Tickets ask the registers of parts what a technician holds, and take it out of their hands. */
@Injectable()
export class CustodyOfRegisters extends Custody {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: Contexts,
  ) {
    super();
  }

  async partsInHand({ at, ...part }: Parameters<Custody['partsInHand']>[0]): Promise<number> {
    return inHandAt(await this.contexts.read(partsStreams, part), at);
  }

  use(data: Parameters<Custody['use']>[0], request: CommandRequest): Participant {
    const { type: _, data: __, ...cause } = commandOf(request);
    return this.executor.participant(parts, partsStreams.named(data), {
      origin: request,
      commands: [{ ...cause, type: 'UseParts', data }],
    });
  }
}
