import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import { staysOnFile } from '@app/customers';
import { Executor, type CommandRequest, type Folded, type Participant } from '@app/event-store';
import type { ComplaintEvent } from '../domain/complaint.events.js';
import type { Complaint } from '../domain/complaint.state.js';

/** Whose complaint it is, by themselves or by their ticket, is on file as it comes in, or it does not. */
@Injectable()
export class ComplaintParticipants extends Participants<Complaint, ComplaintEvent> {
  constructor(private readonly executor: Executor) {
    super();
  }

  of(
    events: readonly ComplaintEvent[],
    _: Folded<Complaint>,
    request: CommandRequest,
  ): Participant[] {
    const named = (request.data as { readonly customer?: string }).customer;
    return events.flatMap(({ type, data }) =>
      type === 'ComplaintReceived' && data.customer !== undefined
        ? [staysOnFile(this.executor, data.customer, request, named ? '/customer' : '/ticket')]
        : [],
    );
  }
}
