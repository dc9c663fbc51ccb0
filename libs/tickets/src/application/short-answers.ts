import type { RequestFor } from '@app/event-store';
import type { CancelTicket, CancelVisit, Received } from '../domain/ticket/ticket.commands.js';
import type { KnownSignature } from '../domain/visit/known-signature.js';
import type { SignedStep } from '../domain/visit/own-signature.js';
import type { OtherContexts } from './other-contexts.js';

/** What commands must know beyond their ticket that is found out in a line: when they were heard of, and what an image stands under (V22). */
export abstract class ShortAnswers {
  constructor(protected readonly others: OtherContexts) {}

  readonly cancelVisit = received;
  readonly cancelTicket = received;

  readonly acknowledgeCharge = this.signed.bind(this);
  readonly acknowledgeDiscrepancy = this.signed.bind(this);
  readonly findExternalCause = this.signed.bind(this);
  readonly returnProduct = this.signed.bind(this);
  readonly signServiceRecord = this.signed.bind(this);
  readonly takeProductIn = this.signed.bind(this);

  private signed(request: RequestFor<SignedStep>): Promise<KnownSignature> {
    return this.others.signatureUse(request);
  }
}

async function received({ receivedAt }: RequestFor<CancelVisit | CancelTicket>): Promise<Received> {
  return { receivedAt };
}
