import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import { notWhileErased, staysOnFile } from '@app/customers';
import { Executor, type CommandRequest, type Folded, type Participant } from '@app/event-store';
import type { ComplaintEvent } from '../domain/complaint.events.js';
import type { Complaint } from '../domain/complaint.state.js';

/** Whose complaint it is, by themselves or by their ticket, is on file as it comes in or goes on anew, or it does not. */
@Injectable()
export class ComplaintParticipants extends Participants<Complaint, ComplaintEvent> {
  constructor(private readonly executor: Executor) {
    super();
  }

  of(
    events: readonly ComplaintEvent[],
    { state }: Folded<Complaint>,
    request: CommandRequest,
  ): Participant[] {
    const { executor } = this;
    const named = (request.data as { readonly customer?: string }).customer;
    const of = state.status === 'none' ? undefined : state.customer;
    return events.flatMap(({ type, data }) => {
      if (type === 'ComplaintReceived' && data.customer !== undefined)
        return [staysOnFile(executor, data.customer, request, named ? '/customer' : '/ticket')];
      if (type !== 'ComplaintReopened' || of === undefined) return [];
      // What another complains of is investigated with it, also where its own customer is erased.
      return data.joined === undefined
        ? [staysOnFile(executor, of, request, '/complaint')]
        : [notWhileErased(executor, of, request)];
    });
  }
}
