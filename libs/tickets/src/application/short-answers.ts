import type { RequestFor } from '@app/event-store';
import type {
  CancelTicket,
  CancelVisit,
  CompleteRepair,
  KnownQuietHours,
  LeaveSite,
  Received,
  ResumeWork,
  StartWork,
} from '../domain/ticket/ticket.commands.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import type { KnownSignature } from '../domain/visit/known-signature.js';
import type { SignedStep } from '../domain/visit/own-signature.js';
import type { OtherContexts } from './other-contexts.js';

/** A step in which the customer may be disturbed (V19). */
type DisturbingStep = StartWork | ResumeWork | CompleteRepair | LeaveSite;

/**
 * What commands must know beyond their ticket that is found out in a line: when they were heard of, when
 * the customer rests (V19), and what an image stands under (V22).
 */
export abstract class ShortAnswers {
  constructor(protected readonly others: OtherContexts) {}

  readonly cancelVisit = received;
  readonly cancelTicket = received;

  readonly startWork = this.resting.bind(this);
  readonly resumeWork = this.resting.bind(this);
  readonly completeRepair = this.resting.bind(this);
  readonly leaveSite = this.resting.bind(this);

  readonly acknowledgeCharge = this.signed.bind(this);
  readonly acknowledgeDiscrepancy = this.signed.bind(this);
  readonly findExternalCause = this.signed.bind(this);
  readonly returnProduct = this.signed.bind(this);
  readonly signServiceRecord = this.signed.bind(this);
  readonly takeProductIn = this.signed.bind(this);

  private resting(
    { occurredAt }: RequestFor<DisturbingStep>,
    ticket: Ticket,
  ): Promise<KnownQuietHours> {
    return this.others.quietHours(ticket, occurredAt);
  }

  private signed(request: RequestFor<SignedStep>): Promise<KnownSignature> {
    return this.others.signatureUse(request);
  }
}

async function received({ receivedAt }: RequestFor<CancelVisit | CancelTicket>): Promise<Received> {
  return { receivedAt };
}
