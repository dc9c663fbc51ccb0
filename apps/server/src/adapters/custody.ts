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
import { Custody, type PartsOfEntry } from '@app/tickets/src/application/ports.js';

/** Tickets ask the registers of parts what a technician holds, and take it out of their hands. */
@Injectable()
export class CustodyOfRegisters extends Custody {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: Contexts,
  ) {
    super();
  }

  async partsInHand({
    at,
    except,
    ...part
  }: Parameters<Custody['partsInHand']>[0]): Promise<number> {
    return inHandAt(await this.contexts.read(partsStreams, part), at, except);
  }

  /** They are used when the ticket says so, also where a correction says it only now. */
  use({ at, ...data }: PartsOfEntry, request: CommandRequest): Participant {
    const { type: _, data: __, ...cause } = commandOf(request);
    const { receivedAt = cause.occurredAt } = cause;
    return this.executor.participant(parts, partsStreams.named(data), {
      origin: request,
      commands: [{ ...cause, occurredAt: at, receivedAt, type: 'UseParts', data }],
    });
  }

  takeBack({ at: usedAt, ...data }: PartsOfEntry, request: CommandRequest): Participant {
    const { type: _, data: __, ...cause } = commandOf(request);
    return this.executor.participant(parts, partsStreams.named(data), {
      origin: request,
      commands: [{ ...cause, type: 'TakePartsBack', data: { ...data, usedAt } }],
    });
  }
}
