import type { RequestFor } from '@app/event-store';
import { awaitedYears } from '../domain/clocks/published-years.js';
import type {
  ApplyTerms,
  CancelTicket,
  CancelVisit,
  CompleteRepair,
  ConsentByClause,
  FollowUp,
  JudgeTools,
  KnownQuietHours,
  LeaveSite,
  RaiseToEmergency,
  Received,
  ReopenTicket,
  ResumeWork,
  StartWork,
  WatchClocks,
} from '../domain/ticket/ticket.commands.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import type { KnownSignature } from '../domain/visit/known-signature.js';
import type { SignedStep } from '../domain/visit/own-signature.js';
import type { OtherContexts } from './other-contexts.js';
import { readyIn } from './whose-visit.js';

/** A step that is judged by the terms of its moment: a fault that is back, or turns out to be an emergency, is reported anew. */
type ReportedAnew = ReopenTicket | FollowUp | RaiseToEmergency | ApplyTerms;

/** A step in which the customer may be disturbed (V19). */
type DisturbingStep = StartWork | ResumeWork | CompleteRepair | LeaveSite;

/**
 * What commands must know beyond their ticket that is found out in a line: when they were heard of, when
 * the customer rests (V19), whose tools were (V5), what an image stands under (V22), which terms count, and what is published of
 * the working calendar.
 */
export abstract class ShortAnswers {
  constructor(protected readonly others: OtherContexts) {}

  readonly cancelVisit = received;
  readonly cancelTicket = received;

  readonly startWork = this.resting.bind(this);
  readonly resumeWork = this.resting.bind(this);
  readonly completeRepair = this.resting.bind(this);
  readonly leaveSite = this.resting.bind(this);

  readonly reopenTicket = this.terms.bind(this);
  readonly followUp = this.terms.bind(this);
  readonly raiseToEmergency = this.terms.bind(this);
  readonly applyTerms = this.terms.bind(this);

  /** As the contract stood when it became an emergency. */
  async consentByClause(
    _: RequestFor<ConsentByClause>,
    ticket: Ticket,
  ): Promise<ConsentByClause['known']> {
    if (ticket.status !== 'open' || ticket.emergencySince === undefined) return {};
    return this.others.consentFor(ticket, ticket.emergencySince);
  }

  readonly acknowledgeDiscrepancy = this.signed.bind(this);
  readonly findExternalCause = this.signed.bind(this);
  readonly returnProduct = this.signed.bind(this);
  readonly signServiceRecord = this.signed.bind(this);
  readonly takeProductIn = this.signed.bind(this);

  /** Whose the tools of a preparation were, as is known now (V5). */
  async judgeTools(
    { data: { visit, technician } }: RequestFor<JudgeTools>,
    ticket: Ticket,
  ): Promise<JudgeTools['known']> {
    const { tools, at } = readyIn(ticket, visit, technician);
    return { toolsInHand: await this.others.toolsInHand(technician, tools, at) };
  }

  /** What is published of the years of the working calendar that its clocks wait for (B2). */
  async watchClocks(_: RequestFor<WatchClocks>, ticket: Ticket): Promise<WatchClocks['known']> {
    const awaited = ticket.status === 'none' ? [] : awaitedYears(ticket);
    return awaited.length > 0 ? { years: await this.others.publishedDays(awaited) } : {};
  }

  private resting(
    { occurredAt }: RequestFor<DisturbingStep>,
    ticket: Ticket,
  ): Promise<KnownQuietHours> {
    return this.others.quietHours(ticket, occurredAt);
  }

  private terms(
    { occurredAt }: Pick<RequestFor<ReportedAnew>, 'occurredAt'>,
    ticket: Ticket,
  ): Promise<ApplyTerms['known']> {
    return this.others.termsOf(ticket, occurredAt);
  }

  protected signed(request: RequestFor<SignedStep>): Promise<KnownSignature> {
    return this.others.signatureUse(request);
  }
}

async function received({ receivedAt }: RequestFor<CancelVisit | CancelTicket>): Promise<Received> {
  return { receivedAt };
}
