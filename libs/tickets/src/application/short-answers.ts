import type { RequestFor } from '@app/event-store';
import type {
  AcknowledgeCharge,
  AcknowledgeDiscrepancy,
  CancelTicket,
  CancelVisit,
  CompleteRepair,
  FindExternalCause,
  KnownQuietHours,
  LeaveSite,
  Received,
  ResumeWork,
  ReturnProduct,
  SignServiceRecord,
  StartWork,
  TakeProductIn,
  TicketCommand,
} from '../domain/ticket/ticket.commands.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import type { KnownSignature } from '../domain/visit/known-signature.js';
import type { OtherContexts } from './other-contexts.js';

/** What commands must know beyond their ticket that is found out in a line: when they were heard of, what an image stands under (V22), and when the customer rests (V19). */
export abstract class ShortAnswers {
  constructor(protected readonly others: OtherContexts) {}

  cancelVisit(request: RequestFor<CancelVisit>): Promise<Received> {
    return received(request);
  }

  cancelTicket(request: RequestFor<CancelTicket>): Promise<Received> {
    return received(request);
  }

  startWork({ occurredAt }: RequestFor<StartWork>, ticket: Ticket): Promise<KnownQuietHours> {
    return this.others.quietHours(ticket, occurredAt);
  }

  resumeWork({ occurredAt }: RequestFor<ResumeWork>, ticket: Ticket): Promise<KnownQuietHours> {
    return this.others.quietHours(ticket, occurredAt);
  }

  completeRepair(
    { occurredAt }: RequestFor<CompleteRepair>,
    ticket: Ticket,
  ): Promise<KnownQuietHours> {
    return this.others.quietHours(ticket, occurredAt);
  }

  leaveSite({ occurredAt }: RequestFor<LeaveSite>, ticket: Ticket): Promise<KnownQuietHours> {
    return this.others.quietHours(ticket, occurredAt);
  }

  acknowledgeCharge(request: RequestFor<AcknowledgeCharge>): Promise<KnownSignature> {
    return this.others.signatureUse(request);
  }

  acknowledgeDiscrepancy(request: RequestFor<AcknowledgeDiscrepancy>): Promise<KnownSignature> {
    return this.others.signatureUse(request);
  }

  findExternalCause(request: RequestFor<FindExternalCause>): Promise<KnownSignature> {
    return this.others.signatureUse(request);
  }

  returnProduct(request: RequestFor<ReturnProduct>): Promise<KnownSignature> {
    return this.others.signatureUse(request);
  }

  signServiceRecord(request: RequestFor<SignServiceRecord>): Promise<KnownSignature> {
    return this.others.signatureUse(request);
  }

  takeProductIn(request: RequestFor<TakeProductIn>): Promise<KnownSignature> {
    return this.others.signatureUse(request);
  }
}

async function received({ receivedAt }: RequestFor<TicketCommand>): Promise<Received> {
  return { receivedAt };
}
