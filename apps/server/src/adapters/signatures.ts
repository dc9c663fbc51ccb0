import { Injectable } from '@nestjs/common';
import { commandOf, Executor, type CommandRequest, type Participant } from '@app/event-store';
import { Signatures, type SignedFor } from '@app/inventory/src/application/ports.js';
import { numberStreams } from '@app/tickets/src/domain/number/number.stream.js';
import { numbers } from '@app/tickets/src/number.aggregate.js';

/** A picture that was signed for goods is taken where those of tickets are, so that it is neither's twice. */
@Injectable()
export class SignaturesOfNumbers extends Signatures {
  constructor(private readonly executor: Executor) {
    super();
  }

  take(image: string, under: SignedFor, request: CommandRequest): Participant {
    const { type: _, data: __, ...cause } = commandOf(request);
    const data = { kind: 'signature' as const, number: image, ...under };
    const commands = [{ ...cause, type: 'TakeNumber' as const, data }] as const;
    return this.executor.participant(numbers, numberStreams.named(data), {
      origin: request,
      commands,
    });
  }
}
